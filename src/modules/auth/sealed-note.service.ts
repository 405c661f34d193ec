import type { Seal } from '../../core/seal.js';
import type { SessionHandle } from '../../core/http/session.js';

/** Secrets on their way to the page that shows them: sealed in the session, bound to what they belong to. */
export interface SealedNotes {
  keep(session: SessionHandle, name: string, owner: string, content: object): void;
  read<T>(session: SessionHandle, name: string, owner: string): T | undefined;
  /** Reads it for the last time. */
  take<T>(session: SessionHandle, name: string, owner: string): T | undefined;
}

export const sealedNotes = (seal: Seal): SealedNotes => {
  const read = <T>(session: SessionHandle, name: string, owner: string): T | undefined => {
    const kept = session.get<{ owner: string; sealed: string }>(name);
    return kept?.owner === owner ? seal.open<T>(`${name}:${owner}`, kept.sealed) : undefined;
  };
  return {
    read,
    keep: (session, name, owner, content) =>
      session.set(name, { owner, sealed: seal.close(`${name}:${owner}`, content) }),
    take: <T>(session: SessionHandle, name: string, owner: string) => {
      const content = read<T>(session, name, owner);
      if (content !== undefined) session.remove(name);
      return content;
    },
  };
};
