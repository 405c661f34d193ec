import type { Readable } from 'node:stream';
import type { Actor } from '../../core/context.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { createAsk } from './upload-ask.service.js';
import type { UploadRow } from './upload.model.js';
import { recordUpload, type UploadParts } from './upload-parts.service.js';

export interface Uploads {
  /** Stores a file as it comes in; nobody owns it until it is asked for. */
  receive(stream: Readable): Promise<{ id: string; size: number }>;
  readonly ask: ReturnType<typeof createAsk>;
  /** The same file again, for real, after a trial. */
  forReal(actor: Actor, trial: UploadRow): Promise<string>;
  cancel(upload: UploadRow): Promise<void>;
  /** The lines that were refused, for the one who sent the file. */
  refused(actor: Actor, upload: UploadRow): Promise<Readable>;
}

const START = { position: 0, rowsRead: 0, added: 0, changed: 0, unchanged: 0, repeated: 0, rejected: 0 };

export const createUploads = (parts: UploadParts): Uploads => {
  const { uow, clock, longFiles, uploads, maxBytes, wake } = parts;

  const fresh = (id: string, size: number): UploadRow => ({
    ...{ id, refusedId: newId(), kind: '', fileName: '', size, dryRun: true, state: 'received', ...START },
    ...{ officerId: '', officerName: '', agencyCode: '', note: null, cancelAsked: false, worker: '' },
    ...{ leaseUntil: clock.now(), receivedAt: clock.now(), startedAt: null, endedAt: null, kept: true },
  });

  return {
    receive: async (stream) => {
      const id = newId();
      await uow.run(() => uploads.insert(fresh(id, 0)));
      const size = await longFiles.write(id, stream, maxBytes);
      await uow.run(() => uploads.change({ size }, { id }));
      return { id, size };
    },
    ask: createAsk(parts),
    forReal: async (actor, trial) => {
      if (trial.officerId !== actor.id) throw new ForbiddenError('Chỉ người đã gửi tệp mới nạp thật được tệp này.');
      const free = { state: 'waiting' as const, worker: '', leaseUntil: clock.now() };
      const again = { ...free, dryRun: false, ...START, note: null, startedAt: null, endedAt: null };
      await uow.run(async () => {
        const place = { id: trial.id, state: 'done', dryRun: true, kept: true };
        await uploads.claim(again, place, 'Tệp này không còn, hoặc đã được nạp thật. Hãy gửi lại tệp nếu cần.');
        await recordUpload(parts, 'organisation.import-asked', { ...trial, ...again });
      });
      wake();
      return trial.id;
    },
    cancel: async (row) => {
      await uow.run(async () => {
        const end = { state: 'stopped' as const, cancelAsked: true, endedAt: clock.now(), note: null };
        const waiting = await uploads.change(end, { id: row.id, state: 'waiting' });
        if (waiting === 0)
          await uploads.claim(
            { cancelAsked: true },
            { id: row.id, state: 'running', cancelAsked: false },
            'Lượt nạp này đã kết thúc hoặc đang dừng.',
          );
        await recordUpload(parts, 'organisation.import-cancelled', row);
      });
      wake();
    },
    refused: async (actor, row) => {
      if (row.officerId !== actor.id)
        throw new ForbiddenError(
          'Chỉ người đã gửi tệp mới tải được các dòng bị từ chối, vì trong đó có dữ liệu cá nhân.',
        );
      if (!row.kept || row.rejected === 0)
        throw new NotFoundError('Không có dòng bị từ chối, hoặc tệp đã hết hạn giữ.');
      if (row.state === 'running') throw new ConflictError('Lượt nạp chưa xong. Hãy đợi xong rồi tải.');
      await uow.run(() => recordUpload(parts, 'organisation.import-rejects-viewed', row));
      return longFiles.read(row.refusedId);
    },
  };
};
