import { createSigner, type Signer } from '../../core/signing.js';
import { readToken, unsignedToken, type TokenClaims } from './card-token.rules.js';
import { codeOf } from './card-use.rules.js';

/** A public key as a JSON Web Key (RFC 8037). */
export interface PublicKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly alg: 'EdDSA';
  readonly use: 'sig';
  readonly kid: string;
  readonly x: string;
}

/** What makes and knows the codes of shown cards; everything comes out of the key file. */
export interface CardKeys {
  token(claims: TokenClaims): string;
  /** The claims of a token that one of our keys has signed. */
  read(token: string): TokenClaims | undefined;
  /** The code that can be typed instead of a token. */
  codeOf(id: string): string;
  hashOf(code: string): string;
  /** Newest first. */
  published(): readonly PublicKey[];
}

export interface CardKeyParts {
  keyedHash(purpose: string, value: string): string;
  /** Raised by one to change the signing key; the one before stays good, so that no shown code dies of it. */
  readonly generation: number;
}

export const createCardKeys = ({ keyedHash, generation }: CardKeyParts): CardKeys => {
  const signerOf = (number: number): Signer =>
    createSigner(Buffer.from(keyedHash('records.card-signing', String(number)), 'hex'));
  const current = signerOf(generation);
  const signers = [current, ...(generation > 1 ? [signerOf(generation - 1)] : [])];
  return {
    token: (claims) => {
      const unsigned = unsignedToken(current.keyId, claims);
      return `${unsigned}.${current.sign(Buffer.from(unsigned)).toString('base64url')}`;
    },
    read: (token) => {
      const read = readToken(token);
      if (!read) return undefined;
      const signer = signers.find(({ keyId }) => keyId === read.keyId);
      return signer?.verify(read.signed, read.signature) ? read.claims : undefined;
    },
    codeOf: (id) => codeOf(keyedHash('records.card-code', id)),
    hashOf: (code) => keyedHash('records.card-code-typed', code),
    published: () =>
      signers.map(({ keyId, publicKey }) => ({
        kty: 'OKP',
        crv: 'Ed25519',
        alg: 'EdDSA',
        use: 'sig',
        kid: keyId,
        x: publicKey,
      })),
  };
};
