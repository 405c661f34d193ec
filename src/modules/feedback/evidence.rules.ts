import type { Agency } from '../../contracts/organisation.js';
import { dateTime, maskPhone } from '../../core/http/format.js';
import type { Block } from '../../core/pdf/report.js';
import type { AnswerRow, EventRow, FileRow, InvitationRow } from './case-parts.model.js';
import type { CaseRow } from './case.model.js';
import { invitationTags } from './invitation.rules.js';
import { maskInsuranceNumber } from './mask.rules.js';
import { tagOf } from './state.rules.js';

/** All that is on record of one case. */
export interface Recorded {
  readonly row: CaseRow;
  readonly events: readonly EventRow[];
  readonly answers: readonly AnswerRow[];
  readonly files: readonly FileRow[];
}

export interface EvidenceFacts extends Recorded {
  /** Cases of the same sender that go on in this one. */
  readonly merged: readonly Recorded[];
  /** Phone, number and address in full: for the owner only. */
  readonly whole: boolean;
  readonly topic: string;
  readonly invitations: readonly InvitationRow[];
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly now: Date;
  readonly by: string;
}

const nameIn = ({ agencies }: EvidenceFacts, code: string): string => agencies.get(code)?.shortName ?? code;

const sender = ({ whole }: EvidenceFacts, row: CaseRow) => [
  { label: 'Người gửi', value: row.anonymous ? 'Ẩn danh' : row.senderName },
  { label: 'Điện thoại', value: whole ? row.phone : maskPhone(row.phone) },
  ...(row.insuranceNumber
    ? [{ label: 'Mã số BHXH', value: whole ? row.insuranceNumber : maskInsuranceNumber(row.insuranceNumber) }]
    : []),
  ...(whole && row.address ? [{ label: 'Địa chỉ', value: row.address }] : []),
  ...(row.place ? [{ label: 'Nơi xảy ra', value: row.place }] : []),
];

const facts = (all: EvidenceFacts): Block => {
  const { row } = all;
  return {
    facts: [
      { label: 'Mã phản ánh', value: row.code },
      { label: 'Lĩnh vực', value: all.topic },
      { label: 'Trạng thái', value: tagOf(row).text },
      ...sender(all, row),
      { label: 'Tiếp nhận', value: dateTime(row.receivedAt) },
      { label: 'Hạn trả lời', value: `${dateTime(row.answerBy)}${row.extendedAt ? ' (đã gia hạn)' : ''}` },
      { label: 'Đã trả lời', value: row.answeredAt ? dateTime(row.answeredAt) : 'Chưa' },
      { label: 'Cơ quan chịu trách nhiệm', value: nameIn(all, row.ownerAgency) },
      { label: 'Đơn vị xử lý', value: nameIn(all, row.handlingAgency) },
      { label: 'Đơn vị theo dõi', value: nameIn(all, row.monitorAgency) },
      { label: 'Đổi tay, ngoại lệ, mở lại', value: `${row.handOffs}, ${row.overrides}, ${row.reopens}` },
      { label: 'Lập hồ sơ', value: `${all.by}, ${dateTime(all.now)}` },
    ],
  };
};

const timeline = (all: EvidenceFacts, { events }: Recorded): Block => ({
  columns: [
    { label: 'Lúc', share: 18 },
    { label: 'Ai', share: 30 },
    { label: 'Việc', share: 52 },
  ],
  lines: events.map(({ at, actorName, agencyCode, title, note }) => ({
    cells: [
      dateTime(at),
      agencyCode ? `${actorName}, ${nameIn(all, agencyCode)}` : actorName,
      note ? `${title}\n${note}` : title,
    ],
  })),
});

/** What was told, what happened, what was answered. */
const course = (all: EvidenceFacts, one: Recorded): Block[] => [
  { heading: one.row.title },
  { text: one.row.body },
  ...(one.row.reference ? [{ text: `Gửi từ: ${one.row.reference}` }] : []),
  { heading: 'Diễn biến' },
  timeline(all, one),
  ...(one.answers.length ? [{ heading: 'Trả lời người dân' }] : []),
  ...one.answers.flatMap(({ authorName, sentAt, text, overrideReason }): Block[] => [
    { text: `${authorName}, ${dateTime(sentAt)}${overrideReason ? `. Ngoại lệ: ${overrideReason}` : ''}` },
    { text },
  ]),
];

const hashes = ({ files }: Recorded): Block[] => [
  ...(files.length ? [{ heading: 'Tệp' }] : []),
  ...files.map(({ name, sha256 }): Block => ({ text: `${name}: SHA-256 ${sha256}` })),
];

const mergedCase = (all: EvidenceFacts, one: Recorded): Block[] => [
  { heading: `Phản ánh ${one.row.code}, đã gộp vào ${all.row.code}` },
  { facts: [...sender(all, one.row), { label: 'Tiếp nhận', value: dateTime(one.row.receivedAt) }] },
  ...course(all, one),
  ...hashes(one),
];

/** The paper of the pack. */
export const evidenceBlocks = (all: EvidenceFacts): Block[] => {
  const { invitations, merged } = all;
  return [
    facts(all),
    ...course(all, all),
    ...(invitations.length ? [{ heading: 'Phối hợp' }] : []),
    ...invitations.flatMap(({ agencyCode, state, question, answer }): Block[] => [
      { text: `${nameIn(all, agencyCode)}: ${invitationTags[state].text}. ${question}` },
      ...(answer ? [{ text: answer }] : []),
    ]),
    ...hashes(all),
    ...merged.flatMap((one) => mergedCase(all, one)),
  ];
};
