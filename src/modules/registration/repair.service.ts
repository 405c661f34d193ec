import { Op } from 'sequelize';
import type { Accounts } from '../../contracts/auth.js';
import type { Messenger } from '../../contracts/notification.js';
import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { dossierDeclared } from '../../contracts/registration.js';
import { dayOf } from '../../core/clock.js';
import { newId } from '../../core/ids.js';
import type { ModuleContext } from '../../core/module.js';
import { dossierMessages } from './dossier-message.service.js';
import { wordsOf } from './dossier-parts.model.js';
import type { DossierRow } from './dossier.model.js';
import type { Drafts } from './draft.service.js';
import type { Form01 } from './form01.schema.js';
import { handOverOf, type KeptFile } from './hand-over.service.js';
import { writeHistory } from './history.service.js';
import { toCorrected } from './repair.mapper.js';
import {
  changedFields,
  changedWords,
  CORRECTED,
  isPicture,
  markedFields,
  REPAIR_FIELDS,
  type RepairField,
} from './repair.rules.js';
import type { Tables } from './tables.js';
import type { GoodFile } from './upload.service.js';

export interface RepairParts {
  readonly tables: Tables;
  readonly drafts: Drafts;
  readonly settings: DatedSettings;
  readonly messenger: Messenger;
  readonly accounts: Accounts;
  /** Under which the received page finds a dossier. */
  receivedHash(secret: string): string;
}

/** A complete and checked form 01 for a refused dossier. */
export interface Correction {
  readonly dossier: DossierRow;
  readonly form: Form01;
  /** Street, commune and province in one line. */
  readonly address: string;
  /** Files of this sending; those kept from earlier ones are found by the key. */
  readonly files: readonly GoodFile[];
  readonly formKey: string;
  /** The secret of the pages behind **Gửi lại hồ sơ**. */
  readonly sentSecret: string;
}

const TAKEN = 'Hồ sơ này vừa được gửi lại hoặc vừa được cấp mã sửa mới.';

/** Takes the correction of a refused dossier in: the same dossier under the same number. */
export class Repairs {
  private readonly history;
  private readonly messages;
  private readonly handOver;

  constructor(
    private readonly ctx: ModuleContext,
    private readonly parts: RepairParts,
  ) {
    this.history = writeHistory(parts.tables, ctx.clock);
    this.messages = dossierMessages(parts.messenger);
    this.handOver = handOverOf(ctx.uow, parts.drafts);
  }

  /** ConflictError when it was sent already, or its link is no longer the newest. */
  async send(correction: Correction): Promise<void> {
    const { dossier, form, address, formKey, files, sentSecret } = correction;
    const now = this.ctx.clock.now();
    const set = toCorrected(dossier, form, {
      address,
      phoneHash: this.ctx.keyedHash('registration.phone', form.phone),
      repairedHash: this.parts.receivedHash(sentSecret),
      now,
      days: await this.parts.settings.number(settingNames.declarationDays, dayOf(now)),
    });
    const after = { ...dossier, ...set };
    await this.handOver({ formKey, good: files }, async (named) => {
      await this.claim(dossier, set);
      const changed = await this.exchangePictures(dossier, now, named);
      await this.remember(after, [...changedFields(dossier, form), ...changed]);
      await this.tell(dossier, after);
    });
  }

  private async claim(before: DossierRow, set: Partial<DossierRow>): Promise<void> {
    const { id, version, repairHash } = before;
    const { dossiers, words } = this.parts.tables;
    await dossiers.claim(set, { id, version, repairHash, state: 'refused', purgedAt: null }, TAKEN);
    await words.remove({ dossierId: id });
    await words.insertMany(wordsOf({ ...before, ...set }));
  }

  /** New pictures take the places of the old ones, and nothing that was marked as wrong stays in its place. */
  private async exchangePictures({ id, wrongFields }: DossierRow, addedAt: Date, named: readonly KeptFile[]) {
    const { pictures } = this.parts.tables;
    const fresh = named.map(({ kind }) => kind);
    const places = [...fresh, ...markedFields(wrongFields).filter(isPicture)];
    const retired = { dossierId: id, kind: { [Op.in]: places }, current: true };
    if (places.length) await pictures.change({ current: false }, retired);
    const added = { dossierId: id, addedAt, addedBy: 'Người kê khai', rotation: 0, current: true };
    await pictures.insertMany(named.map((file) => ({ id: newId(), ...file, ...added })));
    return fresh;
  }

  private async remember(after: DossierRow, changed: readonly RepairField[]): Promise<void> {
    const fields = REPAIR_FIELDS.filter((field) => changed.includes(field));
    await this.history(after.id, CORRECTED, changedWords(fields));
    await this.ctx.audit.record({
      action: 'registration.corrected',
      subject: { kind: 'dossier', id: after.id, label: after.number },
      person: after.insuranceNumber,
      details: { fields, state: after.state },
    });
  }

  private async tell(before: DossierRow, after: DossierRow): Promise<void> {
    const { id, agencyCode, version } = after;
    if (after.state === 'declared') await this.messages.declaredAgain(after);
    else await this.messages.handedIn(after);
    if (after.insuranceNumber !== before.insuranceNumber) await this.messages.holder(this.parts.accounts, after);
    const event = { dossierId: id, agencyCode, declaredAt: after.declaredAt.toISOString() };
    await this.ctx.outbox.publish(dossierDeclared, event, { key: `declared:${id}:${version}` });
  }
}
