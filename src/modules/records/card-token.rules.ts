import type { Day } from '../../core/clock.js';

/** What the QR code of **Sử dụng thẻ** says: enough for a facility without a line, too little to know the person by. */
export interface TokenClaims {
  /** Which use; the server knows the rest. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** First letters of the name: "N.V.A". */
  readonly initials: string;
  readonly validFrom: Day;
  /** Null: open end. */
  readonly validTo: Day | null;
}

/** A token taken apart; whether it is genuine is up to the key that `keyId` names. */
export interface ReadToken {
  readonly keyId: string;
  readonly claims: TokenClaims;
  readonly signed: Buffer;
  readonly signature: Buffer;
}

const TOKEN = /^([\w-]+)\.([\w-]+)\.([\w-]{86})$/;
const LONGEST = 1_000;

const base64url = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');

/** The first letter of each word: "Nguyễn Văn An" gives "N.V.A". */
export const initialsOf = (name: string): string =>
  name
    .normalize('NFC')
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('.')
    .toLocaleUpperCase('vi');

/** The part of a JSON Web Signature (RFC 7515, EdDSA) that is signed. */
export const unsignedToken = (keyId: string, claims: TokenClaims): string => {
  const { id, issuedAt, expiresAt, initials, validFrom, validTo } = claims;
  const header = base64url({ alg: 'EdDSA', kid: keyId });
  return `${header}.${base64url({ jti: id, iat: issuedAt, exp: expiresAt, ini: initials, vf: validFrom, vt: validTo })}`;
};

const parse = (part: string): Record<string, unknown> | undefined => {
  try {
    const content: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

const claimsOf = (content: Record<string, unknown>): TokenClaims | undefined => {
  const { jti, iat, exp, ini, vf, vt } = content;
  if (typeof jti !== 'string' || !Number.isInteger(iat) || !Number.isInteger(exp)) return undefined;
  return {
    id: jti,
    issuedAt: Number(iat),
    expiresAt: Number(exp),
    initials: typeof ini === 'string' ? ini : '',
    validFrom: typeof vf === 'string' ? vf : '',
    validTo: typeof vt === 'string' ? vt : null,
  };
};

/** Takes a token apart; undefined when it is none of ours by its form. */
export const readToken = (text: string): ReadToken | undefined => {
  const [, head = '', body = '', signature = ''] = (text.length <= LONGEST && TOKEN.exec(text)) || [];
  const [header, content] = [parse(head), parse(body)];
  const claims = content && claimsOf(content);
  if (header?.['alg'] !== 'EdDSA' || typeof header['kid'] !== 'string' || !claims) return undefined;
  return {
    keyId: header['kid'],
    claims,
    signed: Buffer.from(`${head}.${body}`),
    signature: Buffer.from(signature, 'base64url'),
  };
};
