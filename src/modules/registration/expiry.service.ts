import { Op, type WhereOptions } from 'sequelize';
import type { Messenger } from '../../contracts/notification.js';
import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { addDays, dayOf, startOfDay } from '../../core/clock.js';
import { date } from '../../core/http/format.js';
import type { ModuleContext } from '../../core/module.js';
import type { DossierRow } from './dossier.model.js';
import type { Drafts } from './draft.service.js';
import { writeHistory } from './history.service.js';
import { REMINDER_DAYS } from './registration.rules.js';
import type { Tables } from './tables.js';

const BATCH = 200;

/** Every column that tells something of a person, empty. */
const ERASED: Partial<DossierRow> = {
  insuranceNumber: '', fullName: '', birthDate: '', paperNumber: '', phone: '', email: null, provinceCode: '', communeCode: '',
  street: '', address: '', papersSeen: null, reason: null, wrongFields: '[]', repairHash: null,
};

type Due = Pick<DossierRow, 'id' | 'number' | 'lastDay'>;

export interface ExpiryPorts {
  readonly settings: DatedSettings;
  readonly messenger: Messenger;
}

/** What time does to dossiers: reminders, expiry after the last day, deletion of refused ones. */
export const expiryOf = (ctx: ModuleContext, tables: Tables, ports: ExpiryPorts, drafts: Drafts) => {
  const history = writeHistory(tables, ctx.clock);
  const today = (): string => dayOf(ctx.clock.now());

  /** Deletes personal data and names the files to remove; only whoever changes the row does the rest. */
  const erase = async (id: string, set: Partial<DossierRow>, where: WhereOptions<DossierRow>, title: string): Promise<string[]> => {
    const now = ctx.clock.now();
    const won = await tables.dossiers.change({ ...ERASED, ...set, purgedAt: now }, { id, purgedAt: null, ...(where as object) });
    if (won !== 1) return [];
    const pictures = await tables.pictures.many({ dossierId: id }, { columns: ['fileId'] });
    const fileIds = pictures.map(({ fileId }) => fileId);
    await tables.pictures.remove({ dossierId: id });
    await tables.words.remove({ dossierId: id });
    await tables.history.change({ note: '' }, { dossierId: id });
    await history(id, title);
    await drafts.doom(fileIds);
    return fileIds;
  };

  const eraseAll = async (
    due: () => Promise<Due[]>,
    one: (dossier: Due) => Promise<string[]>,
  ): Promise<void> => {
    for (;;) {
      const rows = await due();
      for (const dossier of rows) await drafts.removeFiles(await ctx.uow.run(() => one(dossier)));
      if (rows.length < BATCH) return;
    }
  };

  const remind = (dossier: Due & Pick<DossierRow, 'phone' | 'email'>): Promise<void> =>
    ctx.uow.run(async () => {
      const unreminded = { [Op.or]: [{ remindedOn: null }, { remindedOn: { [Op.lt]: today() } }] };
      const where = { id: dossier.id, state: 'declared', ...unreminded } as WhereOptions<DossierRow>;
      if ((await tables.dossiers.change({ remindedOn: today() }, where)) !== 1) return;
      const variables = { dossierNumber: dossier.number, lastDay: date(dossier.lastDay) };
      const common = { template: 'dossier-reminder', variables, key: `reminder:${dossier.id}:${today()}`, subject: { kind: 'dossier', id: dossier.id } } as const;
      await ports.messenger.queue({ ...common, channel: 'sms', to: dossier.phone });
      if (dossier.email) await ports.messenger.queue({ ...common, channel: 'email', to: dossier.email });
    });

  return {
    /** Declared dossiers whose last day has passed: state expired, personal data and files gone. */
    expire: () =>
      eraseAll(
        () =>
          ctx.db.rows<Due>(
            `SELECT id, number, last_day AS lastDay FROM registration_dossier WHERE state = 'declared' AND last_day < ? LIMIT ${BATCH}`,
            [today()],
          ),
        ({ id }) => erase(id, { state: 'expired' }, { state: 'declared', lastDay: { [Op.lt]: today() } }, 'Hết hạn, đã xóa tờ khai và ảnh'),
      ),

    /** Refused dossiers that nobody corrected in time: the state stays, the data goes. */
    purgeRefused: async () => {
      const days = await ports.settings.number(settingNames.refusedPurgeDays, today());
      const before = startOfDay(addDays(today(), -days));
      await eraseAll(
        () =>
          ctx.db.rows<Due>(
            `SELECT id, number, last_day AS lastDay FROM registration_dossier
              WHERE state = 'refused' AND decided_at < ? AND purged_at IS NULL LIMIT ${BATCH}`,
            [before],
          ),
        ({ id }) => erase(id, {}, { state: 'refused', decidedAt: { [Op.lt]: before } }, 'Hết hạn bổ sung, đã xóa tờ khai và ảnh'),
      );
    },

    /** One message on day 7 and one on day 9; run again the same day it does nothing. */
    sendReminders: async () => {
      const days = REMINDER_DAYS.map((count) => addDays(today(), -count));
      const rows = await ctx.db.rows<Due & Pick<DossierRow, 'phone' | 'email'>>(
        `SELECT id, number, last_day AS lastDay, phone, email FROM registration_dossier
          WHERE state = 'declared' AND declared_day IN (?, ?) AND last_day >= ? AND (reminded_on IS NULL OR reminded_on < ?)`,
        [...days, today(), today()],
      );
      for (const dossier of rows) await remind(dossier);
    },
  };
};
export type Expiry = ReturnType<typeof expiryOf>;
