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
import { evidenceBlocks, type EvidenceFacts, type Recorded } from './evidence.rules.js';
import { mergedWith, recordOf } from './merged.queries.js';
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
const text = (words: string): Promise<Buffer> => Promise.resolve(Buffer.from(words));
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
    const merged = await Promise.all((await mergedWith(tables, id)).map((one) => recordOf(tables, one.row)));
    const own = await recordOf(tables, row);
    const acting = [own, ...merged].flatMap(({ events }) => events).map(({ agencyCode }) => agencyCode);
    const codes = [row.ownerAgency, row.handlingAgency, row.monitorAgency, ...acting];
    return {
      ...own,
      merged,
      whole: standing === 'owner',
      invitations,
      now: clock.now(),
      by: actor.name,
      topic: (await topics.find(row.topicCode))?.name ?? row.topicCode,
      agencies: await surrounds.named([...codes, ...invitations.map(({ agencyCode }) => agencyCode)].filter(Boolean)),
    };
  };

  const filePart = (file: FileRow, at: number): ZipPart => {
    const end = file.type === 'application/pdf' ? '.pdf' : '.jpg';
    const name = plain(file.name).replace(/\.(jpe?g|pdf|png|webp)$/i, '');
    return { name: `tep/${two(at)}-${name}${end}`, bytes: () => vault.get(file.fileId), packed: true };
  };

  /** What was told and answered, and the files, each as it is kept. */
  const partsOf = ({ row: { title, body, reference }, answers, files }: Recorded): ZipPart[] => [
    { name: 'noi-dung.txt', bytes: () => text([title, body, reference].filter(Boolean).join('\n\n')) },
    ...answers.map((answer, at) => ({ name: `tra-loi/${two(at)}.txt`, bytes: () => text(answer.text) })),
    ...files.map(filePart),
  ];

  const written = ({ row: { id, code, insuranceNumber, title } }: Recorded): Promise<void> =>
    audit.record({
      action: 'feedback.evidence-made',
      subject: { kind: 'feedback', id, label: code },
      person: insuranceNumber,
      purpose: `Hồ sơ chứng cứ của phản ánh: ${title}`,
    });

  return {
    make: async (id: string, actor: Actor): Promise<{ readonly name: string; readonly body: Readable }> => {
      const facts = await factsOf(id, actor);
      const { row, merged, now } = facts;
      await uow.run(async () => {
        for (const one of [facts, ...merged]) await written(one);
      });
      const head = { title: `Hồ sơ chứng cứ phản ánh ${row.code}`, foot: `${row.code}, in bởi ${actor.name}` };
      const zipped: ZipPart[] = [
        { name: 'dien-bien.pdf', bytes: () => reportPdf(head, evidenceBlocks(facts)), packed: true },
        ...partsOf(facts),
        ...merged.flatMap((one) => partsOf(one).map((part) => ({ ...part, name: `gop/${one.row.code}/${part.name}` }))),
      ];
      return { name: `ho-so-${row.code}.zip`, body: zipOf(zipped, { at: now, hashes: 'sha256.txt' }) };
    },
  };
};

export type Evidence = ReturnType<typeof evidenceService>;
