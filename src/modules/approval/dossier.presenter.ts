import {
  stateTags,
  type Dossier,
  type DossierKind,
  type DossierPicture,
  type PictureKind,
} from '../../contracts/registration.js';
import { dayOf, daysBetween } from '../../core/clock.js';
import { date, dateTime, dayMonth, time } from '../../core/http/format.js';
import { correctable, papers } from './assessment.rules.js';
import { OTHER_REASON } from './assessment.schema.js';
import { presentComparison } from './comparison.presenter.js';
import type { DossierView } from './dossier.queries.js';
import { actsOn, decidedWords, isMatch } from './dossier.rules.js';
import { presentDuplicates } from './duplicate.presenter.js';
import { daysLeftWords, momentWords, waitWords } from './duration.rules.js';
import { canResend } from './message.rules.js';
import { paths } from './paths.js';
import { presentRequest } from './request.presenter.js';
import { assessmentTags, channelWords, kindWords, pictureWords } from './words.rules.js';

export interface DossierRequest {
  readonly now: Date;
  /** The list the officer came from. */
  readonly from: string;
  readonly officer: { readonly number: string | undefined; readonly mayDecide: boolean };
}

const short = (at: Date | null): string => (at ? `${dayMonth(at)} ${time(at)}` : '');

/** The moment of looking, and after how many milliseconds waiting is overdue. */
interface Moment {
  readonly now: Date;
  readonly overdueAfter: number;
}

/** Time from handing in to decision, or how long it has lasted by now. */
const processing = ({ handedInAt, decidedAt }: Dossier, { now, overdueAfter }: Moment) => {
  if (!handedInAt) return undefined;
  const ms = (decidedAt ?? now).getTime() - handedInAt.getTime();
  return { text: waitWords(ms), done: decidedAt !== null, late: decidedAt === null && ms > overdueAfter };
};

/** What an approval brings about. */
const outcomes: Readonly<Record<DossierKind, string>> = {
  new: 'mở tài khoản, gửi SMS',
  change: 'cập nhật, báo người dân',
  stop: 'đóng tài khoản, báo người dân',
};

const lastStep = (dossier: Dossier, lasted: ReturnType<typeof processing>) => {
  const note = dossier.decidedAt ? `${short(dossier.decidedAt)}${lasted ? `, sau ${lasted.text}` : ''}` : '';
  if (dossier.state === 'refused') return { label: 'Từ chối', note, state: 'bad' };
  if (dossier.state === 'expired') return { label: 'Hết hạn', note: `sau ngày ${date(dossier.lastDay)}`, state: 'bad' };
  if (dossier.state === 'approved') return { label: 'Đã duyệt', note, state: 'done' };
  return { label: 'Đã duyệt', note: outcomes[dossier.kind], state: '' };
};

const steps = (dossier: Dossier, moment: Moment) => {
  const { now } = moment;
  const lasted = processing(dossier, moment);
  const reached = { declared: 0, handed_in: 1, in_review: 2, approved: 3, refused: 3, expired: 0 }[dossier.state];
  const left = daysLeftWords(daysBetween(dayOf(now), dossier.lastDay));
  const running = (index: number): string => (index === reached ? 'now' : index < reached ? 'done' : '');
  const first = dossier.state === 'declared' ? `${short(dossier.declaredAt)}, ${left}` : short(dossier.declaredAt);
  const review = dossier.state === 'in_review' && lasted ? `đã ${lasted.text} từ lúc nộp` : short(dossier.reviewedAt);
  if (dossier.state === 'expired')
    return [{ label: 'Mới kê khai', note: first, state: 'done' }, lastStep(dossier, lasted)];
  return [
    // A request is handed in the moment it is made.
    ...(dossier.kind === 'new' ? [{ label: 'Mới kê khai', note: first, state: running(0) }] : []),
    {
      label: 'Đã nộp',
      note:
        dossier.state === 'handed_in' && lasted
          ? `${short(dossier.handedInAt)}, đã ${lasted.text}`
          : short(dossier.handedInAt),
      state: running(1),
    },
    { label: 'Đang xử lý', note: review, state: running(2) },
    lastStep(dossier, lasted),
  ];
};

const sentence = (dossier: Dossier, now: Date): string => {
  const decided = decidedWords(dossier, momentWords(dossier.decidedAt, now));
  if (decided) return `${decided}.`;
  if (dossier.state === 'in_review')
    return `${dossier.reviewerName ?? 'Cán bộ khác'} đang xử lý${dossier.reviewedAt ? `, từ ${momentWords(dossier.reviewedAt, now)}` : ''}`;
  if (dossier.state === 'handed_in') return 'Chờ cán bộ nhận xử lý';
  return dossier.state === 'declared' ? `Chờ người dân nộp, hạn cuối ${date(dossier.lastDay)}` : '';
};

const presentPicture = (dossier: Dossier, picture: DossierPicture, from: string) => ({
  id: picture.id,
  kind: picture.kind,
  label: pictureWords[picture.kind],
  name: picture.name,
  pdf: picture.type === 'application/pdf',
  href: paths.picture(dossier.id, picture.id),
  viewerHref: paths.viewer(dossier.id, picture.id, from),
  rotateAction: paths.rotate(dossier.id, picture.id),
  replaceHref: paths.replace(dossier.id, picture.kind, from),
  rotation: picture.rotation,
  added: `${picture.addedBy}, ${short(picture.addedAt)}`,
});

const pictures = ({ dossier, pictures: all }: DossierView, from: string) => {
  const order: readonly PictureKind[] = ['portrait', 'front', 'back'];
  const shown = (current: boolean) =>
    order.flatMap((kind) => all.filter((picture) => picture.kind === kind && picture.current === current));
  const present = new Set(shown(true).map(({ kind }) => kind));
  return {
    current: shown(true).map((picture) => presentPicture(dossier, picture, from)),
    former: shown(false).map((picture) => presentPicture(dossier, picture, from)),
    missing: order
      .filter((kind) => !present.has(kind))
      .map((kind) => ({ label: pictureWords[kind], href: paths.replace(dossier.id, kind, from) })),
  };
};

const messages = ({ dossier, messages: all }: DossierView, mayResend: boolean) =>
  all.map((item) => ({
    at: short(item.createdAt),
    channel: channelWords[item.channel],
    to: item.to,
    text: item.text,
    tag: item.tag,
    unreachable: item.unreachable,
    resend: mayResend && canResend(item, all) ? paths.resend(dossier.id, item.id) : '',
  }));

const verdicts = {
  new: {
    valid: 'Mở tài khoản, gửi SMS và e-mail ngay.',
    invalid: 'Người dân nhận lý do qua SMS, e-mail và trang tra cứu.',
  },
  change: {
    valid: 'Xem lại thông tin cũ và mới rồi xác nhận.',
    invalid: 'Thông tin giữ như cũ. Người dân nhận lý do qua SMS và e-mail.',
  },
  stop: {
    valid: 'Xem lại hệ quả rồi xác nhận.',
    invalid: 'Tài khoản giữ như cũ. Người dân nhận lý do qua SMS và e-mail.',
  },
} as const;

const assessment = ({ dossier, reasons }: DossierView) => ({
  verdict: verdicts[dossier.kind],
  // A request is made anew, not corrected.
  corrects: dossier.kind === 'new',
  templates: [
    ...reasons.map(({ id, text }) => ({ value: id, text })),
    { value: OTHER_REASON, text: 'Lý do khác (viết ở dưới)' },
  ],
  fields: Object.entries(correctable).map(([value, label]) => ({ value, label })),
});

const links = (dossier: Dossier, from: string) => ({
  back: `${from}#h-${dossier.id}`,
  list: from,
  dossier: paths.dossier(dossier.id, from),
  handIn: paths.handIn(dossier.id),
  take: paths.take(dossier.id),
  release: paths.release(dossier.id),
  assess: paths.assess(dossier.id),
  guidance: paths.guidance(dossier.id),
});

/** What waits for a second person: who proposed it, and where it is confirmed. */
const waits = ({ proposal }: DossierView) =>
  proposal && {
    text: `${proposal.proposedByName} đề nghị duyệt lúc ${short(proposal.proposedAt)}, chờ người thứ hai xác nhận.`,
    href: paths.secondOne(proposal.id),
  };

const head = (dossier: Dossier, moment: Moment) => ({
  title: `Hồ sơ ${dossier.number}`,
  id: dossier.id,
  number: dossier.number,
  seen: dossier.version,
  paper: dossier.kind === 'new',
  name: dossier.insuranceNumber === '' ? 'Dữ liệu cá nhân đã xóa' : dossier.fullName,
  erased: dossier.insuranceNumber === '',
  kind: kindWords[dossier.kind].long,
  email: dossier.email,
  declaredAt: dateTime(dossier.declaredAt),
  handedInAt: dossier.handedInAt ? dateTime(dossier.handedInAt) : '',
  papersSeen: dossier.papersSeen ?? '',
  lastDay: date(dossier.lastDay),
  state: stateTags[dossier.state],
  assessmentTag: assessmentTags[dossier.assessment],
  sentence: sentence(dossier, moment.now),
  processing: processing(dossier, moment),
  reason: dossier.state === 'refused' ? (dossier.reason ?? '') : '',
});

/** What the page of one dossier shows. */
export const presentDossier = (view: DossierView, { now, from, officer }: DossierRequest) => {
  const { dossier, registry } = view;
  const moment = { now, overdueAfter: view.overdueAfter };
  const may = actsOn(dossier, officer);
  const acts = { ...may, assess: may.assess && !view.proposal };
  return {
    ...head(dossier, moment),
    agency: view.agency?.name ?? dossier.agencyCode,
    steps: steps(dossier, moment),
    comparison: presentComparison(dossier, registry),
    // Shown while it is still to be decided: how to help a person whom the registry does not know.
    unmatched:
      acts.assess &&
      registry.kind !== 'down' &&
      !isMatch(dossier, registry.kind === 'found' ? registry.entry : undefined),
    pictures: pictures(view, from),
    messages: messages(view, officer.mayDecide && !acts.own && dossier.insuranceNumber !== ''),
    duplicates: presentDuplicates(view, from),
    request: presentRequest(view, { from, offered: acts.assess }),
    waits: waits(view),
    history: view.history.map(({ at, actorName, title, note }) => ({ title, note, by: `${actorName}, ${short(at)}` })),
    running: ['declared', 'handed_in', 'in_review'].includes(dossier.state),
    acts,
    assessment: assessment(view),
    papers: papers.map((paper) => ({ value: paper, text: paper })),
    links: links(dossier, from),
    from,
  };
};
