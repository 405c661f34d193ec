import type { PictureKind } from '../../contracts/registration.js';
import { createDraftFiles } from '../../core/files/draft-files.js';
import type { ModuleContext } from '../../core/module.js';
import type { Tables } from './tables.js';

/** Pictures of a declaration between two tries of its form. */
export const draftsOf = ({ uow, clock, vault, keyedHash }: ModuleContext, { drafts, doomed }: Tables) =>
  createDraftFiles<PictureKind>({
    uow,
    clock,
    vault,
    drafts,
    doomed,
    hashOf: (formKey) => keyedHash('registration.draft', formKey),
  });
export type Drafts = ReturnType<typeof draftsOf>;
