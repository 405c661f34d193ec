import type { Actor } from '../../core/context.js';
import { dateTime, number } from '../../core/http/format.js';
import type { ImportColumn, Importer } from '../../core/import/importer.js';
import { columnsPath, olderThan, paths, templatePath, upload as pathsOf } from './paths.js';
import type { UploadRow } from './upload.model.js';
import type { UploadPage } from './upload.queries.js';
import { hasEnded, percentDone, secondsLeft, type UploadState } from './upload.rules.js';

interface Tag {
  readonly kind: string;
  readonly icon: string;
  readonly text: string;
}

const STATES: Readonly<Record<Exclude<UploadState, 'received'>, Tag>> = {
  waiting: { kind: 'wait', icon: 'hourglass-split', text: 'Đang đợi' },
  running: { kind: 'work', icon: 'arrow-repeat', text: 'Đang chạy' },
  done: { kind: 'ok', icon: 'check-circle-fill', text: 'Đã xong' },
  stopped: { kind: 'off', icon: 'x-lg', text: 'Đã dừng' },
  failed: { kind: 'bad', icon: 'exclamation-octagon-fill', text: 'Không nạp được' },
};

const tagOf = ({ state, rejected }: UploadRow): Tag =>
  state === 'done' && rejected > 0
    ? { kind: 'wait', icon: 'exclamation-triangle-fill', text: 'Xong, có dòng bị từ chối' }
    : STATES[state === 'received' ? 'waiting' : state];

const KIB = 1024;

/** "1,2 MB", rounded up to a tenth. */
const sizeText = (bytes: number): string =>
  bytes < KIB * KIB ? `${number(Math.ceil(bytes / KIB))} KB` : `${number(Math.ceil((bytes * 10) / KIB / KIB) / 10)} MB`;

const titleOf = (kinds: readonly Importer[], kind: string): string =>
  kinds.find((known) => known.kind === kind)?.title ?? kind;

const wayOf = ({ dryRun }: UploadRow): string => (dryRun ? 'Chạy thử' : 'Nạp thật');

const resultOf = ({ dryRun, rowsRead, added, changed, rejected }: UploadRow): string =>
  dryRun
    ? `${number(rowsRead - rejected)} dòng hợp lệ, ${number(rejected)} bị từ chối`
    : `${number(added)} thêm, ${number(changed)} cập nhật, ${number(rejected)} bị từ chối`;

export interface UploadsView {
  readonly kinds: readonly Importer[];
  readonly maxBytes: number;
  /** A file that is here already, from the try before. */
  readonly kept?: { readonly id: string; readonly name: string } | undefined;
}

export const presentUploads = ({ rows, next }: UploadPage, { kinds, maxBytes, kept }: UploadsView) => ({
  title: 'Nhập dữ liệu',
  action: paths.uploads,
  kept,
  most: sizeText(maxBytes),
  choices: kinds.map(({ kind, title }) => ({ value: kind, text: title })),
  columns: kinds.map(({ kind, title }) => ({ href: columnsPath(kind), title })),
  rows: rows.map((row) => ({
    href: pathsOf(row.id).page,
    file: row.fileName,
    kind: titleOf(kinds, row.kind),
    way: wayOf(row),
    tag: tagOf(row),
    result: row.startedAt ? resultOf(row) : '',
    officer: row.officerName,
    at: dateTime(row.receivedAt),
  })),
  next: next && olderThan(next),
  first: paths.uploads,
});

const leftText = (seconds: number | undefined): string => {
  if (seconds === undefined) return '';
  return seconds < 60 ? 'còn chưa đến một phút' : `còn khoảng ${number(Math.ceil(seconds / 60))} phút`;
};

const countsOf = (row: UploadRow) => {
  const { dryRun, rowsRead, added, changed, unchanged, repeated, rejected } = row;
  const stored = dryRun
    ? [{ label: 'Dòng hợp lệ', value: number(rowsRead - rejected) }]
    : [
        { label: 'Thêm mới', value: number(added) },
        { label: 'Cập nhật', value: number(changed) },
        { label: 'Giữ nguyên', value: number(unchanged) },
      ];
  return [
    { label: 'Dòng đã đọc', value: number(rowsRead) },
    ...stored,
    ...(repeated > 0 ? [{ label: 'Trùng khóa với dòng sau', value: number(repeated) }] : []),
    { label: 'Bị từ chối', value: number(rejected) },
  ];
};

export interface UploadContext {
  readonly kinds: readonly Importer[];
  readonly actor: Actor;
  readonly now: Date;
}

export const presentUpload = (row: UploadRow, { kinds, actor, now }: UploadContext) => {
  const live = !hasEnded(row.state);
  const own = row.officerId === actor.id;
  const links = pathsOf(row.id);
  return {
    title: row.fileName,
    live,
    // Without scripts the page asks anew by itself.
    refresh: live ? 4 : undefined,
    tag: tagOf(row),
    note: row.note,
    stopping: row.state === 'running' && row.cancelAsked,
    percent: row.state === 'done' ? 100 : percentDone(row),
    left: row.state === 'running' ? leftText(secondsLeft(row, now)) : '',
    counts: countsOf(row),
    facts: [
      { label: 'Loại dữ liệu', value: titleOf(kinds, row.kind) },
      { label: 'Cách chạy', value: row.dryRun ? 'Chạy thử, không ghi gì' : 'Nạp thật' },
      { label: 'Dung lượng', value: sizeText(row.size) },
      { label: 'Người gửi', value: row.officerName },
      { label: 'Nhận lúc', value: dateTime(row.receivedAt) },
      // They are not asked anew while it runs.
      ...(live || !row.startedAt ? [] : [{ label: 'Bắt đầu', value: dateTime(row.startedAt) }]),
      ...(live ? [] : [{ label: 'Kết thúc', value: dateTime(row.endedAt) }]),
    ],
    refused: !live && row.rejected > 0 ? { href: own && row.kept ? links.refused : undefined, own } : undefined,
    cancel: live && !row.cancelAsked ? links.cancel : undefined,
    forReal:
      own && row.kept && row.dryRun && row.state === 'done' && row.rowsRead > row.rejected ? links.forReal : undefined,
    links: { all: paths.uploads },
  };
};

const lineOf = ({ name, label, required, about }: ImportColumn) => ({ name, label, required, about });

/** The columns of a kind, as its files must have them. */
export const presentColumns = ({ kind, title, columns }: Importer) => ({
  title,
  kind,
  columns: columns.map(lineOf),
  template: templatePath(kind),
  links: { all: paths.uploads },
});
