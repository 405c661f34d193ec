import type { EventRow } from '../../src/modules/feedback/case-parts.model.js';
import type { Made } from './feedback.js';

type Line = Omit<EventRow, 'id'>;
type Told = Pick<EventRow, 'kind' | 'title'> & { at: Date | null | undefined } & Partial<Omit<Line, 'at'>>;

const ENDINGS = {
  merged: 'Gộp vào phản ánh trùng nội dung của cùng người gửi',
  out_of_scope_redirected: 'Nội dung là khiếu nại, chuyển giải quyết theo luật khiếu nại',
} as const;

const INVITED = {
  accepted: 'nhận lời phối hợp',
  answered: 'trả lời phối hợp',
  lapsed: 'chưa trả lời đúng hạn, phản ánh về lại cơ quan tiếp nhận',
} as const;

const SENDER = { actorId: '', actorName: 'Người gửi', agencyCode: '' };
const SYSTEM = { actorId: 'system', actorName: 'Hệ thống', agencyCode: '' };

/** Short names of agencies. */
type Names = ReadonlyMap<string, string>;

const coordination = ({ invitations }: Made, names: Names): Told[] =>
  invitations.flatMap(({ agencyCode, state, question, answer, ...invitation }): Told[] => [
    {
      at: invitation.invitedAt,
      kind: 'invited',
      title: `Mời ${names.get(agencyCode) ?? agencyCode} phối hợp`,
      note: question,
    },
    ...(state === 'accepted' || state === 'answered' || state === 'lapsed'
      ? [
          {
            at: invitation.answeredAt ?? invitation.acceptedAt ?? invitation.dueAt,
            kind: `invitation-${state}`,
            title: `${names.get(agencyCode) ?? agencyCode} ${INVITED[state]}`,
            note: answer ?? '',
            ...(state === 'lapsed'
              ? SYSTEM
              : { actorId: '', actorName: invitation.answeredBy ?? invitation.acceptedBy ?? '', agencyCode }),
          },
        ]
      : []),
  ]);

const working = ({ row, moments, hand }: Made): Told[] => [
  { at: moments.classified, kind: 'classified', title: 'Đã phân loại phản ánh', open: true },
  { at: moments.assigned, kind: 'assigned', title: `Giao cho ${hand.name} xử lý` },
  { at: moments.taken, kind: 'taken', title: 'Đang xử lý', open: true },
  ...(row.state === 'waiting_citizen'
    ? [
        {
          at: moments.asked,
          kind: 'asked',
          title: 'Đề nghị người gửi bổ sung',
          note: 'Bạn gửi giúp ảnh chụp bảng lương hoặc giấy tờ liên quan, và giờ bạn gặp sự việc.',
          open: true,
        },
      ]
    : []),
];

/** The timeline of a case of the demo. */
export const linesOf = (made: Made, names: Names): Line[] => {
  const { row, moments, hand } = made;
  const told: Told[] = [
    {
      at: moments.received,
      kind: 'received',
      title: 'Đã tiếp nhận phản ánh',
      open: true,
      ...(row.channel === 'web' && SENDER),
    },
    ...working(made),
    ...coordination(made, names),
    { at: moments.extended, kind: 'extended', title: 'Gia hạn trả lời', note: row.extensionReason, open: true },
    {
      at: moments.urged,
      kind: 'urged',
      title: 'Đơn vị giám sát đã đôn đốc',
      open: true,
      ...{ actorId: '', actorName: row.urgedBy ?? '', agencyCode: row.monitorAgency },
    },
    { at: moments.urged, kind: 'urged-note', title: 'Nội dung đôn đốc', note: row.urgedText ?? '' },
    { at: moments.answered, kind: 'answered', title: 'Đã trả lời', open: true },
    {
      at: moments.rated,
      kind: 'rated',
      title: `Người gửi đánh giá ${row.satisfaction ?? ''} trên 5`,
      open: true,
      ...SENDER,
    },
    { at: moments.reopened, kind: 'reopened', title: 'Người gửi mở lại: chưa được giải quyết', open: true, ...SENDER },
    {
      at: moments.closed,
      kind: row.state === 'closed' ? 'closed' : row.state === 'merged' ? 'merged' : 'redirected',
      title: row.state === 'merged' || row.state === 'out_of_scope_redirected' ? ENDINGS[row.state] : 'Đã đóng',
      open: true,
      ...(row.state === 'closed' && SYSTEM),
    },
  ];
  const officer = { actorId: hand.id, actorName: hand.name, agencyCode: row.handlingAgency };
  return told.flatMap(({ at, ...line }) =>
    at ? [{ caseId: row.id, at, ...officer, note: '', open: false, ...line }] : [],
  );
};
