import { Op } from 'sequelize';
import type { Actor } from '../../core/context.js';
import { InvalidError, type FieldFault } from '../../core/errors.js';
import type { Importer } from '../../core/import/importer.js';
import { openFile } from '../../core/import/opening.js';
import type { UploadRow } from './upload.model.js';
import { recordUpload, type UploadParts } from './upload-parts.service.js';
import { sourceOf } from './upload-source.service.js';

export interface Asked {
  readonly kind: string;
  /** `thu` or `that`. */
  readonly way: string;
  /** Id of a file that is here already, from this send or an earlier one. */
  readonly fileId: string;
  /** Name of the file that came with this send. */
  readonly fileName?: string;
  readonly tooLarge?: boolean;
}

/** What is wrong, and the file that may be sent with the next try. */
export class UploadFaults extends InvalidError {
  constructor(
    faults: readonly FieldFault[],
    readonly kept?: { readonly id: string; readonly name: string },
  ) {
    super(faults);
  }
}

const ownedBy = ({ id, name, attributes }: Actor) => ({
  officerId: id,
  officerName: name,
  agencyCode: attributes['agencyCode'] ?? '',
});

/** Puts a received file into the queue, or says all that is wrong at once. */
export const createAsk = (parts: UploadParts) => {
  const { uow, imports, longFiles, uploads, maxBytes, wake } = parts;

  const forget = async (id: string): Promise<void> => {
    await longFiles.remove(id);
    await uow.run(() => uploads.remove({ id, state: 'received' }));
  };

  /** The received file: its own of this send, or one that the same officer left with an earlier try. */
  const received = async (actor: Actor, { fileId, fileName }: Asked): Promise<UploadRow | undefined> => {
    const row = await uploads.one({ id: fileId, state: 'received', officerId: { [Op.in]: ['', actor.id] } });
    if (!row || (fileName === undefined && row.officerId !== actor.id)) return undefined;
    if (fileName === undefined) return row;
    const own = { ...ownedBy(actor), fileName };
    await uow.run(() => uploads.change(own, { id: fileId, state: 'received' }));
    return { ...row, ...own };
  };

  /** Why the file cannot be taken in as this kind, seen from its beginning. */
  const faultOf = async (row: UploadRow, importer: Importer): Promise<string | undefined> => {
    try {
      await openFile(sourceOf(longFiles, row), importer);
      return undefined;
    } catch (error) {
      if (error instanceof InvalidError) return error.message;
      throw error;
    }
  };

  /** What is wrong with the file; one that can never be taken in is forgotten at once. */
  const fileFault = async (asked: Asked, row?: UploadRow, importer?: Importer): Promise<string | undefined> => {
    if (asked.tooLarge) {
      await forget(asked.fileId);
      const most = Math.floor(maxBytes / 1024 / 1024);
      return `Tệp lớn hơn ${most} MB. Hãy chia nhỏ tệp, hoặc nạp trên máy chủ bằng lệnh ansinh import.`;
    }
    if (!row) return 'Chọn tệp CSV cần nạp.';
    const fault = importer && (await faultOf(row, importer));
    if (fault) await forget(row.id);
    return fault;
  };

  /** The id of the file in the queue. Throws UploadFaults. */
  return async (actor: Actor, asked: Asked): Promise<string> => {
    const importer = imports.kinds().find(({ kind }) => kind === asked.kind);
    const row = asked.tooLarge ? undefined : await received(actor, asked);
    const fault = await fileFault(asked, row, importer);
    const faults: FieldFault[] = [
      ...(importer ? [] : [{ field: 'loai', message: 'Chọn loại dữ liệu của tệp.' }]),
      ...(fault ? [{ field: 'tep', message: fault }] : []),
      ...(['thu', 'that'].includes(asked.way) ? [] : [{ field: 'cach', message: 'Chọn chạy thử hay nạp thật.' }]),
    ];
    if (!row || !importer || faults.length > 0)
      throw new UploadFaults(faults, row && !fault ? { id: row.id, name: row.fileName } : undefined);
    const set = { kind: importer.kind, dryRun: asked.way === 'thu', state: 'waiting' as const };
    await uow.run(async () => {
      await uploads.claim(set, { id: row.id, state: 'received' }, 'Tệp này đã được gửi rồi. Xem ở danh sách bên dưới.');
      await recordUpload(parts, 'organisation.import-asked', { ...row, ...set });
    });
    wake();
    return row.id;
  };
};
