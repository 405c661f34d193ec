import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** An Ed25519 key: signs, and lets anybody check what was signed. */
export interface Signer {
  /** Names the key: the first eight characters of its thumbprint (RFC 7638). */
  readonly keyId: string;
  /** The public key, 32 bytes in base64url, as a JSON Web Key has it under `x`. */
  readonly publicKey: string;
  sign(bytes: Buffer): Buffer;
  verify(bytes: Buffer, signature: Buffer): boolean;
}

/** What stands before the 32 bytes of a private Ed25519 key in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The same 32 bytes give the same key, so every process of an installation signs alike and none keeps a file of it. */
export const createSigner = (seed: Buffer): Signer => {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const open = createPublicKey(secret);
  const publicKey = open.export({ format: 'jwk' }).x ?? '';
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x: publicKey }));
  return {
    keyId: thumbprint.digest('base64url').slice(0, 8),
    publicKey,
    sign: (bytes) => sign(null, bytes, secret),
    verify: (bytes, signature) => verify(null, bytes, open, signature),
  };
};
