import type { Messenger } from '../../contracts/notification.js';
import type { Audit } from '../../core/audit/audit.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { NotFoundError } from '../../core/errors.js';
import type { Vault } from '../../core/files/vault.js';
import { file, redirect, type Handler } from '../../core/http/route.js';
import { idOf } from './case.controller.js';
import type { CaseReads } from './case.queries.js';
import { workPaths } from './paths.js';
import { workable } from './work.service.js';
import type { Standings } from './standing.queries.js';

export interface CaseFileParts {
  readonly reads: CaseReads;
  readonly standings: Standings;
  readonly messenger: Messenger;
  readonly vault: Vault;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
}

/** Files and messages of a case. */
export const caseFileController = ({ reads, standings, messenger, vault, uow, audit }: CaseFileParts) => {
  /** Whoever gets the bytes stands in the audit before they leave. */
  const send: Handler = async (request) => {
    const { row, file: found } = await reads.file(idOf(request), request.params['fileId'] ?? '', request.actor);
    const bytes = await vault.get(found.fileId);
    await uow.run(() =>
      audit.record({
        action: 'feedback.file-viewed',
        subject: { kind: 'feedback', id: row.id, label: row.code },
        person: row.insuranceNumber,
        purpose: `Xử lý phản ánh: ${row.title}`,
        details: { file: found.id, sha256: found.sha256 },
      }),
    );
    const pdf = found.type === 'application/pdf';
    return file(found.type, bytes, pdf ? { name: `${row.code}-${found.id.slice(-6)}.pdf` } : {});
  };

  const resend: Handler<{ tu: string }> = async (request) => {
    const { actor, input, session, params } = request;
    const subject = { kind: 'feedback', id: idOf(request) };
    const row = await workable(standings)({ id: subject.id, version: 0, actor });
    const message = (await messenger.about(subject.kind, row.id)).find(({ id }) => id === params['messageId']);
    if (!message) throw new NotFoundError('Không tìm thấy tin nhắn này. Tin có thể đã hết thời hạn lưu.');
    await uow.run(async () => {
      await messenger.again(message.id, subject);
      await audit.record({
        action: 'feedback.message-resent',
        subject: { ...subject, label: row.code },
        person: row.insuranceNumber,
        details: { template: message.template, channel: message.channel },
      });
    });
    session.flash({ kind: 'ok', text: 'Tin được gửi lại. Tình trạng gửi hiện trong danh sách tin nhắn.' });
    return redirect(workPaths.case(row.id, input.tu));
  };

  return { send, resend };
};
export type CaseFileController = ReturnType<typeof caseFileController>;
