import { UniqueConstraintError } from 'sequelize';
import type { Accounts } from '../../contracts/auth.js';
import type { Messenger } from '../../contracts/notification.js';
import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { dossierDeclared } from '../../contracts/registration.js';
import { dayOf } from '../../core/clock.js';
import { newId } from '../../core/ids.js';
import type { ModuleContext } from '../../core/module.js';
import { toNewDossier } from './declaration.mapper.js';
import { dossierMessages } from './dossier-message.service.js';
import { wordsOf } from './dossier-parts.model.js';
import type { DossierRow } from './dossier.model.js';
import type { Drafts } from './draft.service.js';
import type { Form01 } from './form01.schema.js';
import { handOverOf, type KeptFile } from './hand-over.service.js';
import { writeHistory } from './history.service.js';
import { dossierNumber, secretFrom } from './registration.rules.js';
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
  /** The officer who filled it in for the person; null where the person did. */
  readonly declaredBy: string | null;
}

type NewDossier = Omit<DossierRow, 'number'>;

/** Takes declarations in: one dossier for a form, however often it is sent. */
export class Declarations {
  private readonly sequence;
  private readonly history;
  private readonly messages;
  private readonly handOver;

  constructor(
    private readonly ctx: ModuleContext,
    private readonly parts: DeclarationParts,
  ) {
    this.sequence = sequenceOf(ctx.uow, parts.tables);
    this.history = writeHistory(parts.tables, ctx.clock);
    this.messages = dossierMessages(parts.messenger);
    this.handOver = handOverOf(ctx.uow, parts.drafts);
  }

  /**
   * The secret in the address of the received page, 128 bits. It follows from the random key of the form and the
   * number: a repeated sending finds the same page, another person at the same screen gets a page of his own.
   */
  secretOf(formKey: string, insuranceNumber: string): string {
    return secretFrom(this.ctx.keyedHash('registration.secret', `${formKey} ${insuranceNumber}`));
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

  /** The dossier with its fresh and kept files in one unit of work. */
  private async store(declaration: Declaration, receivedHash: string): Promise<void> {
    const { files, formKey, declaredBy } = declaration;
    const dossier = { ...(await this.dossierOf(declaration, receivedHash)), declaredByName: declaredBy };
    await this.sequence.open(this.sequenceName(dossier));
    await this.handOver({ formKey, good: files }, (named) => this.write(dossier, named));
  }

  private sequenceName({ declaredDay, agencyCode }: NewDossier): string {
    return `${declaredDay.slice(0, 4)}/${agencyCode}`;
  }

  private async write(dossier: NewDossier, files: readonly KeptFile[]): Promise<void> {
    const { tables, accounts } = this.parts;
    const { id, agencyCode, declaredAt, declaredDay } = dossier;
    const running = await this.sequence.next(this.sequenceName(dossier));
    const whole: DossierRow = { ...dossier, number: dossierNumber(running, declaredDay.slice(0, 4), agencyCode) };
    await tables.dossiers.insert(whole);
    const addedBy = dossier.declaredByName ?? 'Người kê khai';
    const added = { dossierId: id, addedAt: declaredAt, addedBy, rotation: 0, current: true };
    await tables.pictures.insertMany(files.map((file) => ({ id: newId(), ...file, ...added })));
    await tables.words.insertMany(wordsOf(whole));
    const assisted = dossier.declaredByName !== null;
    await this.history(id, assisted ? 'Cán bộ kê khai hộ' : 'Kê khai tờ khai', `Mẫu số 01, ${files.length} tệp`);
    await this.ctx.audit.record({
      action: assisted ? 'registration.assisted' : 'registration.declared',
      subject: { kind: 'dossier', id, label: whole.number },
      person: whole.insuranceNumber,
      ...(assisted && { purpose: `Kê khai hộ hồ sơ ${whole.number}` }),
    });
    await this.messages.declared(whole);
    await this.messages.holder(accounts, whole);
    const event = { dossierId: id, agencyCode, declaredAt: declaredAt.toISOString() };
    await this.ctx.outbox.publish(dossierDeclared, event, { key: `declared:${id}` });
  }
}
