import { UniqueConstraintError } from 'sequelize';
import type { Accounts } from '../../contracts/auth.js';
import type { Messenger } from '../../contracts/notification.js';
import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { dossierDeclared } from '../../contracts/registration.js';
import { dayOf } from '../../core/clock.js';
import { date } from '../../core/http/format.js';
import { newId } from '../../core/ids.js';
import type { ModuleContext } from '../../core/module.js';
import { nameWords } from '../../core/text.js';
import type { PictureRow } from './dossier-parts.model.js';
import type { DossierRow } from './dossier.model.js';
import type { Drafts } from './draft.service.js';
import type { Form01 } from './form01.schema.js';
import { writeHistory } from './history.service.js';
import { dossierNumber, lastDayOf } from './registration.rules.js';
import { sequenceOf } from './sequence.service.js';
import type { Tables } from './tables.js';
import type { GoodFile } from './upload.service.js';

export interface DeclarationPorts {
  readonly settings: DatedSettings;
  readonly messenger: Messenger;
  readonly accounts: Accounts;
}

/** A complete and checked form 01. */
export interface Declaration {
  readonly form: Form01;
  /** Street, commune and province in one line. */
  readonly address: string;
  /** Files of this sending; those kept from earlier ones are found by the key. */
  readonly files: readonly GoodFile[];
  readonly formKey: string;
}

type File = Pick<PictureRow, 'kind' | 'name' | 'type' | 'fileId'>;

/** Takes declarations in: one dossier for a form, however often it is sent. */
export const declarationsOf = (ctx: ModuleContext, tables: Tables, ports: DeclarationPorts, drafts: Drafts) => {
  const sequence = sequenceOf(ctx.uow, tables);
  const history = writeHistory(tables, ctx.clock);

  /**
   * The secret in the address of the received page, 128 bits. It follows from the random key of the form and the number,
   * so that a repeated sending finds the same page; another person at the same screen gets a page of his own.
   */
  const secretOf = (formKey: string, insuranceNumber: string): string =>
    Buffer.from(ctx.keyedHash('registration.secret', `${formKey} ${insuranceNumber}`), 'hex').subarray(0, 16).toString('base64url');
  const hashOf = (secret: string): string => ctx.keyedHash('registration.received', secret);

  const rowOf = async ({ form, address }: Declaration, receivedHash: string): Promise<Omit<DossierRow, 'number'>> => {
    const declaredAt = ctx.clock.now();
    const declaredDay = dayOf(declaredAt);
    const { agency, province, commune, commitment: _, ...person } = form;
    return {
      ...person, id: newId(), receivedHash, kind: 'new', state: 'declared', assessment: 'none',
      agencyCode: agency, provinceCode: province, communeCode: commune, address,
      phoneHash: ctx.keyedHash('registration.phone', form.phone),
      declaredAt, declaredDay, lastDay: lastDayOf(declaredDay, await ports.settings.number(settingNames.declarationDays, declaredDay)),
      remindedOn: null, handedInAt: null, handedInBy: null, papersSeen: null, reviewerId: null, reviewerName: null, reviewedAt: null,
      decidedAt: null, decidedByName: null, reason: null, wrongFields: '[]', withoutNewPaper: false, repairHash: null, purgedAt: null,
      version: 1,
    };
  };

  /** Tells the person, and whoever has an account under that number already. Joins the unit of work. */
  const tell = async (dossier: DossierRow): Promise<void> => {
    const subject = { kind: 'dossier', id: dossier.id };
    const common = { template: 'dossier-declared', key: `declared:${dossier.id}`, subject } as const;
    const variables = { dossierNumber: dossier.number, lastDay: date(dossier.lastDay) };
    await ports.messenger.queue({ ...common, channel: 'sms', to: dossier.phone, variables });
    if (dossier.email) await ports.messenger.queue({ ...common, channel: 'email', to: dossier.email, variables });
    const holder = await ports.accounts.byInsuranceNumber(dossier.insuranceNumber);
    if (!holder) return;
    const key = `holder:${dossier.id}`;
    const told = { dossierNumber: dossier.number };
    await ports.messenger.queue({ template: 'declaration-for-holder', channel: 'sms', to: holder.phone, variables: told, key, subject });
  };

  const write = async (row: Omit<DossierRow, 'number'>, files: readonly File[], agencyYear: string): Promise<void> => {
    const [year = '', agencyCode = ''] = agencyYear.split('/');
    const dossier: DossierRow = { ...row, number: dossierNumber(await sequence.next(agencyYear), year, agencyCode) };
    await tables.dossiers.insert(dossier);
    const added = { dossierId: dossier.id, addedAt: dossier.declaredAt, addedBy: 'Người kê khai', rotation: 0, current: true };
    await tables.pictures.insertMany(files.map((file) => ({ id: newId(), ...file, ...added })));
    await tables.words.insertMany(nameWords(dossier.fullName).map((word) => ({ dossierId: dossier.id, word })));
    await history(dossier.id, 'Kê khai tờ khai', `Mẫu số 01, ${files.length} tệp`);
    await ctx.audit.record({
      action: 'registration.declared',
      subject: { kind: 'dossier', id: dossier.id, label: dossier.number },
      person: dossier.insuranceNumber,
    });
    await tell(dossier);
    const { id: dossierId, declaredAt } = dossier;
    await ctx.outbox.publish(dossierDeclared, { dossierId, agencyCode, declaredAt: declaredAt.toISOString() }, { key: `declared:${dossierId}` });
  };

  const exists = async (receivedHash: string): Promise<boolean> =>
    (await tables.dossiers.one({ receivedHash }, { columns: ['id'] })) !== undefined;

  const store = async (declaration: Declaration, receivedHash: string): Promise<void> => {
    const { formKey, files } = declaration;
    const draftHash = drafts.hashOf(formKey);
    const fresh: File[] = [];
    for (const { kind, name, type, bytes } of files) fresh.push({ kind, name, type, fileId: await ctx.vault.put(bytes) });
    try {
      const row = await rowOf(declaration, receivedHash);
      const agencyYear = `${row.declaredDay.slice(0, 4)}/${row.agencyCode}`;
      await sequence.open(agencyYear);
      const replaced = await ctx.uow.run(async () => {
        const old = await drafts.drop(draftHash, fresh.map(({ kind }) => kind));
        const kept = await drafts.take(draftHash);
        await write(row, [...fresh, ...kept.map(({ kind, name, type, fileId }) => ({ kind, name, type, fileId }))], agencyYear);
        return old;
      });
      await drafts.removeFiles(replaced);
    } catch (error) {
      for (const { fileId } of fresh) await ctx.vault.remove(fileId);
      throw error;
    }
  };

  return {
    secretOf,
    hashOf,
    /** Stores the dossier with its files and queues its messages; returns the secret of its page. */
    submit: async (declaration: Declaration): Promise<string> => {
      const secret = secretOf(declaration.formKey, declaration.form.insuranceNumber);
      const receivedHash = hashOf(secret);
      if (await exists(receivedHash)) return secret;
      try {
        await store(declaration, receivedHash);
      } catch (error) {
        // The same form, sent twice at once: the other sending was first.
        if (!(error instanceof UniqueConstraintError) || !(await exists(receivedHash))) throw error;
      }
      return secret;
    },
    /** Whether this very form has been taken in already. */
    known: (formKey: string, insuranceNumber: string): Promise<boolean> => exists(hashOf(secretOf(formKey, insuranceNumber))),
  };
};
export type Declarations = ReturnType<typeof declarationsOf>;
