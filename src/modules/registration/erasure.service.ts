import type { WhereOptions } from 'sequelize';
import type { ModuleContext } from '../../core/module.js';
import type { DossierRow } from './dossier.model.js';
import type { Drafts } from './draft.service.js';
import { writeHistory } from './history.service.js';
import type { Tables } from './tables.js';

/** Every column that tells something of a person, empty. */
export const WITHOUT_PERSON = {
  insuranceNumber: '',
  fullName: '',
  birthDate: '',
  paperNumber: '',
  phone: '',
  email: null,
  provinceCode: '',
  communeCode: '',
  street: '',
  address: '',
  papersSeen: null,
  reason: null,
  wrongFields: '[]',
  repairHash: null,
  changes: null,
  openKey: null,
} as const satisfies Partial<DossierRow>;

/** One deletion: which dossier, under what condition, what it becomes, and the line of history. */
export interface Erasure {
  readonly dossier: Pick<DossierRow, 'id' | 'number'>;
  readonly where: WhereOptions<DossierRow>;
  readonly set?: Partial<DossierRow>;
  readonly title: string;
}

/** Deletes what is personal in a dossier, with its files; only whoever changes the row does the rest. */
export const eraserOf = (ctx: ModuleContext, tables: Tables, drafts: Drafts) => {
  const history = writeHistory(tables, ctx.clock);

  const eraseRow = async ({ dossier: { id, number }, where, set, title }: Erasure): Promise<string[] | undefined> => {
    const change = { ...WITHOUT_PERSON, ...set, purgedAt: ctx.clock.now() };
    if ((await tables.dossiers.change(change, { id, purgedAt: null, ...(where as object) })) !== 1) return undefined;
    const pictures = await tables.pictures.many({ dossierId: id }, { columns: ['fileId'] });
    const fileIds = pictures.map(({ fileId }) => fileId);
    await tables.pictures.remove({ dossierId: id });
    await tables.words.remove({ dossierId: id });
    await tables.history.change({ note: '' }, { dossierId: id });
    await history(id, title);
    await drafts.doom(fileIds);
    const subject = { kind: 'dossier', id, label: number };
    await ctx.audit.record({ action: 'registration.erased', subject, details: { files: fileIds.length } });
    return fileIds;
  };

  /** Whether it was this call that deleted the data. */
  return async (erasure: Erasure): Promise<boolean> => {
    const fileIds = await ctx.uow.run(() => eraseRow(erasure));
    if (fileIds) await drafts.removeFiles(fileIds);
    return fileIds !== undefined;
  };
};
