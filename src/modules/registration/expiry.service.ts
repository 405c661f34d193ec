import { Op, type WhereOptions } from 'sequelize';
import type { Messenger } from '../../contracts/notification.js';
import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { addDays, dayOf, startOfDay } from '../../core/clock.js';
import type { SqlValue } from '../../core/db/dialect.js';
import type { ModuleContext } from '../../core/module.js';
import { dossierMessages } from './dossier-message.service.js';
import type { DossierRow } from './dossier.model.js';
import type { Drafts } from './draft.service.js';
import { eraserOf, type Erasure } from './erasure.service.js';
import type { Tables } from './tables.js';

const BATCH = 200;

type Due = Pick<DossierRow, 'id' | 'number' | 'agencyCode' | 'lastDay' | 'phone' | 'email'>;

const DUE = 'SELECT id, number, agency_code AS agencyCode, last_day AS lastDay, phone, email FROM registration_dossier';
const EXPIRED = "state = 'declared' AND last_day < ?";
const UNREPAIRED = "state = 'refused' AND decided_at < ? AND purged_at IS NULL";

export interface ExpiryParts {
  readonly tables: Tables;
  readonly drafts: Drafts;
  readonly settings: DatedSettings;
  readonly messenger: Messenger;
}

/** What time does to dossiers: reminders, expiry after the last day, deletion of refused ones. */
export class Expiry {
  private readonly erase;
  private readonly messages;

  constructor(
    private readonly ctx: ModuleContext,
    private readonly parts: ExpiryParts,
  ) {
    this.erase = eraserOf(ctx, parts.tables, parts.drafts);
    this.messages = dossierMessages(parts.messenger);
  }

  private get today(): string {
    return dayOf(this.ctx.clock.now());
  }

  /** Declared dossiers whose last day has passed: state expired, personal data and files gone. */
  readonly expire = (): Promise<number> =>
    this.eraseAll(EXPIRED, this.today, {
      where: { state: 'declared', lastDay: { [Op.lt]: this.today } },
      set: { state: 'expired' },
      title: 'Hết hạn, đã xóa tờ khai và ảnh',
    });

  /** Refused dossiers that nobody corrected in time: the state stays, the data goes. */
  readonly purgeRefused = async (): Promise<number> => {
    const before = await this.refusedBefore();
    return this.eraseAll(UNREPAIRED, before, {
      where: { state: 'refused', decidedAt: { [Op.lt]: before } },
      title: 'Hết hạn lưu, đã xóa thông tin và ảnh',
    });
  };

  /** How many `expire` would delete now. */
  readonly expiredDue = (): Promise<number> => this.count(EXPIRED, this.today);

  /** How many `purgeRefused` would delete now. */
  readonly refusedDue = async (): Promise<number> => this.count(UNREPAIRED, await this.refusedBefore());

  private async refusedBefore(): Promise<Date> {
    const days = await this.parts.settings.number(settingNames.refusedPurgeDays, this.today);
    return startOfDay(addDays(this.today, -days));
  }

  private async count(condition: string, before: SqlValue): Promise<number> {
    const sql = `SELECT COUNT(*) AS n FROM registration_dossier WHERE ${condition}`;
    return Number((await this.ctx.db.row<{ n: number }>(sql, [before]))?.n ?? 0);
  }

  /** One message on each day of reminders; run again the same day it does nothing. */
  readonly sendReminders = async (): Promise<void> => {
    const { today } = this;
    const days = await this.parts.settings.numbers(settingNames.declarationReminderDays, today);
    const rows = await this.ctx.db.rows<Due>(
      `${DUE} WHERE state = 'declared' AND declared_day IN (${days.map(() => '?').join(', ')}) AND last_day >= ?
         AND (reminded_on IS NULL OR reminded_on < ?)`,
      [...days.map((count) => addDays(today, -count)), today, today],
    );
    for (const dossier of rows) await this.remind(dossier, today);
  };

  private remind(dossier: Due, today: string): Promise<void> {
    return this.ctx.uow.run(async () => {
      const unreminded = { [Op.or]: [{ remindedOn: null }, { remindedOn: { [Op.lt]: today } }] };
      const where = { id: dossier.id, state: 'declared', ...unreminded } as WhereOptions<DossierRow>;
      if ((await this.parts.tables.dossiers.change({ remindedOn: today }, where)) !== 1) return;
      await this.messages.reminder(dossier, today);
    });
  }

  private async eraseAll(condition: string, before: SqlValue, erasure: Omit<Erasure, 'dossier'>): Promise<number> {
    for (let total = 0; ;) {
      const rows = await this.ctx.db.rows<Due>(`${DUE} WHERE ${condition} LIMIT ${BATCH}`, [before]);
      for (const dossier of rows) if (await this.erase({ ...erasure, dossier })) total += 1;
      if (rows.length < BATCH) return total;
    }
  }
}
