import type { Readable } from 'node:stream';
import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ForbiddenError } from '../../core/errors.js';
import type { Vault } from '../../core/files/vault.js';
import { reportPdf } from '../../core/pdf/report.js';
import { zipOf, type ZipPart } from '../../core/zip.js';
import type { FileRow } from './case-parts.model.js';
import { evidenceBlocks, type EvidenceFacts } from './evidence.rules.js';
import { LEAD } from './permission.rules.js';
import type { Standings } from './standing.queries.js';
import type { Surrounds } from './surrounding.queries.js';
import type { Tables } from './tables.js';
import type { TopicQueries } from './topic.queries.js';

export interface EvidenceParts {
  readonly tables: Tables;
  readonly standings: Standings;
  readonly surrounds: Surrounds;
  readonly topics: TopicQueries;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

const two = (at: number): string => String(at + 1).padStart(2, '0');
/** What every system takes as the name of a file. */
const plain = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 80);

/** Hồ sơ chứng cứ: what happened to a case, as paper, with its files and a list by which nobody can change them unseen. */
export const evidenceService = (parts: EvidenceParts) => {
  const { tables, standings, surrounds, topics, vault, audit, uow, clock } = parts;

  const factsOf = async (id: string, actor: Actor): Promise<EvidenceFacts> => {
    const { row, standing, invitations } = await standings.find(id, actor);
    if (standing === 'invited' || (standing === 'owner' && !actor.permissions.has(LEAD)))
      throw new ForbiddenError('Chỉ lãnh đạo của cơ quan xử lý và đơn vị theo dõi tải được hồ sơ chứng cứ.');
    const events = await tables.events.many({ caseId: id }, { order: ['id'] });
    const codes = [
      row.ownerAgency,
      row.handlingAgency,
      row.monitorAgency,
      ...events.map(({ agencyCode }) => agencyCode),
    ];
    return {
      row,
      whole: standing === 'owner',
      invitations,
      events,
      now: clock.now(),
      by: actor.name,
      topic: (await topics.find(row.topicCode))?.name ?? row.topicCode,
      answers: await tables.answers.many({ caseId: id, state: 'sent' }, { order: ['writtenAt'] }),
      files: await tables.files.many({ caseId: id }, { order: ['addedAt'] }),
      agencies: await surrounds.named([...codes, ...invitations.map(({ agencyCode }) => agencyCode)].filter(Boolean)),
    };
  };

  const filePart = (file: FileRow, at: number): ZipPart => {
    const end = file.type === 'application/pdf' ? '.pdf' : '.jpg';
    const name = plain(file.name).replace(/\.(jpe?g|pdf|png|webp)$/i, '');
    return { name: `tep/${two(at)}-${name}${end}`, bytes: () => vault.get(file.fileId), packed: true };
  };

  return {
    make: async (id: string, actor: Actor): Promise<{ readonly name: string; readonly body: Readable }> => {
      const facts = await factsOf(id, actor);
      const { row, answers, files, now } = facts;
      await uow.run(() =>
        audit.record({
          action: 'feedback.evidence-made',
          subject: { kind: 'feedback', id, label: row.code },
          person: row.insuranceNumber,
          purpose: `Hồ sơ chứng cứ của phản ánh: ${row.title}`,
        }),
      );
      const head = { title: `Hồ sơ chứng cứ phản ánh ${row.code}`, foot: `${row.code}, in bởi ${actor.name}` };
      const zipped: ZipPart[] = [
        { name: 'dien-bien.pdf', bytes: () => reportPdf(head, evidenceBlocks(facts)), packed: true },
        ...answers.map(({ text }, at) => ({
          name: `tra-loi/${two(at)}.txt`,
          bytes: () => Promise.resolve(Buffer.from(text)),
        })),
        ...files.map(filePart),
      ];
      return { name: `ho-so-${row.code}.zip`, body: zipOf(zipped, { at: now, hashes: 'sha256.txt' }) };
    },
  };
};

export type Evidence = ReturnType<typeof evidenceService>;
