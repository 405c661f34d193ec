import { Op } from 'sequelize';
import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { DAY, HOUR, dayOf } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import { number } from '../../core/http/format.js';
import type { ModuleContext } from '../../core/module.js';
import type { Retention } from '../../core/retention/retention.js';
import type { UploadRow } from './upload.model.js';

interface Parts extends Pick<ModuleContext, 'clock' | 'uow' | 'longFiles'> {
  readonly uploads: Table<UploadRow>;
  readonly settings: DatedSettings;
}

/** Files deleted in one round. */
const ROUND = 500;

/** Uploaded files and their refused lines go some days after the end, files that nobody asked for after an hour. */
export const uploadRetention = ({ clock, uow, longFiles, uploads, settings }: Parts): Retention => {
  const days = (): Promise<number> => settings.number(settingNames.importFileDays, dayOf(clock.now()));
  const ended = async () => ({
    kept: true,
    endedAt: { [Op.lte]: new Date(clock.now().getTime() - (await days()) * DAY) },
  });
  const unasked = () => ({
    state: 'received' as const,
    receivedAt: { [Op.lte]: new Date(clock.now().getTime() - HOUR) },
  });
  const removeFiles = async ({ id, refusedId }: UploadRow): Promise<void> => {
    await longFiles.remove(id);
    await longFiles.remove(refusedId);
  };
  return {
    name: 'organisation.upload-files',
    every: '50 * * * *',
    what: 'Tệp dữ liệu đã gửi để nạp, cùng các dòng bị từ chối',
    why: 'Dữ liệu đã vào hệ thống thì tệp không còn mục đích; giữ ít ngày để sửa dòng bị từ chối',
    until: async () => `${number(await days())} ngày sau khi lượt nạp kết thúc`,
    due: async () => (await uploads.count(await ended())) + (await uploads.count(unasked())),
    purge: async () => {
      let amount = 0;
      for (const row of await uploads.many(await ended(), { limit: ROUND })) {
        await removeFiles(row);
        amount += await uow.run(() => uploads.change({ kept: false }, { id: row.id, kept: true }));
      }
      for (const row of await uploads.many(unasked(), { limit: ROUND })) {
        await removeFiles(row);
        amount += await uow.run(() => uploads.remove({ id: row.id, state: 'received' }));
      }
      return amount;
    },
  };
};
