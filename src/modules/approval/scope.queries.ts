import type { Agencies, Agency } from '../../contracts/organisation.js';
import type { Actor } from '../../core/context.js';
import { ForbiddenError } from '../../core/errors.js';

/** What an officer may see at all: the dossiers of the own agency and of those below it. */
export interface Scope {
  /** Codes of the actor's agency and its subtree, for every query. ForbiddenError for an officer without an agency. */
  of(actor: Actor): Promise<readonly string[]>;
  /** The agencies of the subtree, in the order of the tree. */
  agencies(actor: Actor): Promise<readonly Agency[]>;
}

export const createScope = (agencies: Agencies): Scope => {
  const of: Scope['of'] = async (actor) => {
    const code = actor.attributes['agencyCode'] ?? '';
    const codes = code ? await agencies.subtree(code) : [];
    if (codes.length === 0)
      throw new ForbiddenError('Tài khoản của bạn chưa thuộc cơ quan nào. Hãy hỏi người quản trị.');
    return codes;
  };
  return {
    of,
    agencies: async (actor) => agencies.those(await of(actor)),
  };
};
