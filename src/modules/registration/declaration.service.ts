import { UniqueConstraintError } from 'sequelize';
import type { Accounts } from '../../contracts/auth.js';
import type { Messenger } from '../../contracts/notification.js';
import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { dossierDeclared } from '../../contracts/registration.js';
import { dayOf } from '../../core/clock.js';
import { newId } from '../../core/ids.js';
import type { ModuleContext } from '../../core/module.js';
import { nameWords } from '../../core/text.js';
import { toNewDossier } from './declaration.mapper.js';
import { dossierMessages } from './dossier-message.service.js';
import type { PictureRow } from './dossier-parts.model.js';
import type { DossierRow } from './dossier.model.js';
import type { Drafts } from './draft.service.js';
import type { Form01 } from './form01.schema.js';
import { writeHistory } from './history.service.js';
import { dossierNumber } from './registration.rules.js';
import { sequenceOf } from './sequence.service.js';
import type { Tables } from './tables.js';
import type { GoodFile } from './upload.service.js';

export interface DeclarationParts {
  readonly tables: Tables;
  readonly drafts: Drafts;
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

type NewDossier = Omit<DossierRow, 'number'>;
type File = Pick<PictureRow, 'kind' | 'name' | 'type' | 'fileId'>;

const fileOf = ({ kind, name, type, fileId }: File): File => ({ kind, name, type, fileId });

/** Takes declarations in: one dossier for a form, however often it is sent. */
export class Declarations {
  private readonly sequence;
  private readonly history;
  private readonly messages;

  constructor(
    private readonly ctx: ModuleContext,
    private readonly parts: DeclarationParts,
  ) {
    this.sequence = sequenceOf(ctx.uow, parts.tables);
    this.history = writeHistory(parts.tables, ctx.clock);
    this.messages = dossierMessages(parts.messenger);
  }

  /**
   * The secret in the address of the received page, 128 bits. It follows from the random key of the form and the
   * number: a repeated sending finds the same page, another person at the same screen gets a page of his own.
   */
  secretOf(formKey: string, insuranceNumber: string): string {
    const hash = this.ctx.keyedHash('registration.secret', `${formKey} ${insuranceNumber}`);
    return Buffer.from(hash, 'hex').subarray(0, 16).toString('base64url');
  }

  /** Under which a dossier is found by its secret. */
  hashOf(secret: string): string {
    return this.ctx.keyedHash('registration.received', secret);
  }

  /** Whether this very form has been taken in already. */
  known(formKey: string, insuranceNumber: string): Promise<boolean> {
    return this.exists(this.hashOf(this.secretOf(formKey, insuranceNumber)));
  }

  /** Stores the dossier with its files and queues its messages; returns the secret of its page. */
  async submit(declaration: Declaration): Promise<string> {
    const secret = this.secretOf(declaration.formKey, declaration.form.insuranceNumber);
    const receivedHash = this.hashOf(secret);
    if (await this.exists(receivedHash)) return secret;
    try {
      await this.store(declaration, receivedHash);
    } catch (error) {
      // The same form, sent twice at once: the other sending was first.
      if (!(error instanceof UniqueConstraintError) || !(await this.exists(receivedHash))) throw error;
    }
    return secret;
  }

  private async exists(receivedHash: string): Promise<boolean> {
    return (await this.parts.tables.dossiers.one({ receivedHash }, { columns: ['id'] })) !== undefined;
  }

  private async dossierOf({ form, address }: Declaration, receivedHash: string): Promise<NewDossier> {
    const now = this.ctx.clock.now();
    const days = await this.parts.settings.number(settingNames.declarationDays, dayOf(now));
    const phoneHash = this.ctx.keyedHash('registration.phone', form.phone);
    return toNewDossier(form, { address, receivedHash, phoneHash, now, days });
  }

  /** Files go to disk first: a unit of work waits for nothing outside the database. */
  private async store(declaration: Declaration, receivedHash: string): Promise<void> {
    const { drafts } = this.parts;
    const fileIds = await drafts.put(declaration.files.map(({ bytes }) => bytes));
    const fresh = declaration.files.map((file, index) => fileOf({ ...file, fileId: fileIds[index] ?? '' }));
    const replaced = await this.commit(declaration, receivedHash, fresh).catch(async (error: unknown) => {
      await drafts.dropFiles(fileIds, error);
      throw error;
    });
    // Nothing that fails from here on may touch the files of the dossier: it is committed.
    await drafts.removeFiles(replaced);
  }

  /** The dossier with its fresh and kept files in one unit of work; returns the files that the fresh ones replace. */
  private async commit(declaration: Declaration, receivedHash: string, fresh: readonly File[]): Promise<string[]> {
    const { drafts } = this.parts;
    const dossier = await this.dossierOf(declaration, receivedHash);
    const draftHash = drafts.hashOf(declaration.formKey);
    await this.sequence.open(this.sequenceName(dossier));
    return this.ctx.uow.run(async () => {
      const old = await drafts.drop(
        draftHash,
        fresh.map(({ kind }) => kind),
      );
      const kept = await drafts.take(draftHash);
      await this.write(dossier, [...fresh, ...kept.map(fileOf)]);
      await drafts.spare(fresh.map(({ fileId }) => fileId));
      return old;
    });
  }

  private sequenceName({ declaredDay, agencyCode }: NewDossier): string {
    return `${declaredDay.slice(0, 4)}/${agencyCode}`;
  }

  private async write(dossier: NewDossier, files: readonly File[]): Promise<void> {
    const { tables, accounts } = this.parts;
    const { id, agencyCode, declaredAt, declaredDay } = dossier;
    const running = await this.sequence.next(this.sequenceName(dossier));
    const whole: DossierRow = { ...dossier, number: dossierNumber(running, declaredDay.slice(0, 4), agencyCode) };
    await tables.dossiers.insert(whole);
    const added = { dossierId: id, addedAt: declaredAt, addedBy: 'Người kê khai', rotation: 0, current: true };
    await tables.pictures.insertMany(files.map((file) => ({ id: newId(), ...file, ...added })));
    await tables.words.insertMany(nameWords(whole.fullName).map((word) => ({ dossierId: id, word })));
    await this.history(id, 'Kê khai tờ khai', `Mẫu số 01, ${files.length} tệp`);
    await this.ctx.audit.record({
      action: 'registration.declared',
      subject: { kind: 'dossier', id, label: whole.number },
      person: whole.insuranceNumber,
    });
    await this.messages.declared(whole);
    await this.messages.holder(accounts, whole);
    const event = { dossierId: id, agencyCode, declaredAt: declaredAt.toISOString() };
    await this.ctx.outbox.publish(dossierDeclared, event, { key: `declared:${id}` });
  }
}
