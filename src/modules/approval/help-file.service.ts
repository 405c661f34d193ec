import { Op } from 'sequelize';
import { DAY, HOUR, type Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError } from '../../core/errors.js';
import type { Vault } from '../../core/files/vault.js';
import { newId } from '../../core/ids.js';
import type { Retention } from '../../core/retention/retention.js';
import type { HelpFileRow } from './help.model.js';

/** New portraits between the form and its confirmation, by the officer or by a second one. */
export interface HelpFiles {
  /** Stores the bytes for an hour, before any unit of work. */
  put(bytes: Buffer): Promise<string>;
  /** In a unit of work: a second person has this long to confirm. */
  keep(fileId: string): Promise<void>;
  /** In the unit of work that names the file elsewhere. ConflictError when its time is over. */
  release(fileId: string): Promise<void>;
  /** In a unit of work: the file is not needed any more, the next run deletes it. */
  drop(fileId: string): Promise<void>;
  readonly retention: Retention;
}

export interface HelpFileParts {
  readonly files: Table<HelpFileRow>;
  readonly vault: Vault;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

const FIRST = HOUR;
const SECOND = 30 * DAY;
const BATCH = 200;
const GONE = 'Ảnh mới không còn được giữ. Hãy mở lại tài khoản và đổi số từ đầu.';

export const createHelpFiles = ({ files, vault, uow, clock }: HelpFileParts): HelpFiles => {
  const later = (milliseconds: number): Date => new Date(clock.now().getTime() + milliseconds);
  const over = () => ({ until: { [Op.lte]: clock.now() } });
  const living = (fileId: string) => ({ fileId, until: { [Op.gt]: clock.now() } });

  /** The file goes first: nobody can name it any more, and a crash leaves the row for the next run. */
  const remove = async (fileId: string): Promise<number> => {
    await vault.remove(fileId);
    return uow.run(() => files.remove({ fileId, ...over() }));
  };

  return {
    put: async (bytes) => {
      const fileId = newId();
      // The row first: a crash in between leaves a row without a file, never a file that nobody deletes.
      await uow.run(() => files.insert({ fileId, until: later(FIRST) }));
      return vault.put(bytes, fileId);
    },
    keep: (fileId) => files.claim({ until: later(SECOND) }, living(fileId), GONE),
    release: async (fileId) => {
      if ((await files.remove(living(fileId))) !== 1) throw new ConflictError(GONE);
    },
    drop: async (fileId) => void (await files.change({ until: clock.now() }, { fileId })),
    retention: {
      name: 'approval.help-files',
      every: '*/15 * * * *',
      what: 'Ảnh cá nhân mới chờ xác nhận khi đổi số điện thoại tại quầy',
      why: 'Không xác nhận thì không còn dùng',
      until: () => Promise.resolve('1 giờ, hoặc 30 ngày khi chờ người thứ hai'),
      due: () => files.count(over()),
      purge: async () => {
        let amount = 0;
        for (const { fileId } of await files.many(over(), { limit: BATCH })) amount += await remove(fileId);
        return amount;
      },
    },
  };
};
