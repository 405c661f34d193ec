import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the library's defaults, which are those of OWASP (19 MiB, 2 passes). */
export interface Hashing {
  hash(password: string): Promise<string>;
  /** Without a hash the same work is done on a made-up one, so that an unknown account costs the same time. */
  matches(hashed: string | undefined, password: string): Promise<boolean>;
}

/** Nobody's password: only the work counts. Same parameters as real ones. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$7VMb6JZzIwKxd3Sw5sfjSQ$twRBTK49A0mWof1BGF+9yj0MYV9LONsAovut0fH/pr4';

export const hashing: Hashing = {
  hash: (password) => hash(password),
  matches: async (hashed, password) => {
    const same = await verify(hashed ?? NOBODY, password);
    return same && hashed !== undefined;
  },
};
