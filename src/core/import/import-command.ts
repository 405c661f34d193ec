import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Clock } from '../clock.js';
import { ShownError } from '../errors.js';
import { number } from '../http/format.js';
import { fileRejects, fileSource, rejectedPath } from './files.js';
import type { Importer } from './importer.js';
import type { ImportOutcome, Imports } from './imports.js';
import { ImportBusyError } from './ledger.js';
import { createProgress, duration, type Screen } from './progress.js';
import type { ImportOptions } from './run.js';

interface Parts {
  readonly imports: Imports;
  readonly clock: Clock;
  readonly screen: Screen;
  /** Ends the run after the batch at hand. */
  readonly signal: AbortSignal;
}

type Flags = Readonly<Partial<Record<'dry-run' | 'resume' | 'columns', boolean>>>;

const USAGE = 'Cách dùng: ansinh import <loại> <tệp.csv> [--dry-run] [--resume]; ansinh import <loại> --columns';

const parsed = (args: readonly string[]): { words: string[]; flags: Flags } | undefined => {
  const flag = { type: 'boolean' } as const;
  try {
    const options = { 'dry-run': flag, resume: flag, columns: flag };
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    return { words: positionals, flags: values };
  } catch {
    return undefined;
  }
};

const listKinds = (kinds: readonly Importer[]): string[] => [
  USAGE,
  'Các loại dữ liệu:',
  ...kinds.map(({ kind, title }) => `  ${kind.padEnd(20)} ${title}`),
];

const listColumns = ({ title, columns }: Importer): string[] => [
  `${title}: tệp CSV bảng mã UTF-8, dấu phẩy hoặc chấm phẩy, dòng đầu là tên cột, thứ tự cột tùy ý.`,
  ...columns.map(
    ({ name, label, required, about }) => `  ${name.padEnd(20)} ${required ? '*' : ' '} ${label}: ${about}`,
  ),
  'Cột có dấu * là bắt buộc.',
];

const summary = ({ counts, state, resumedAt }: ImportOutcome, dryRun: boolean, time: string): string[] => {
  const { rowsRead, added, changed, unchanged, repeated, rejected } = counts;
  const tail = repeated > 0 ? `, trùng khóa với dòng sau ${number(repeated)}` : '';
  const done = dryRun
    ? `Kiểm tra thử, không ghi gì: hợp lệ ${number(rowsRead - rejected)}`
    : `Thêm mới ${number(added)}, cập nhật ${number(changed)}, giữ nguyên ${number(unchanged)}`;
  return [
    ...(resumedAt ? [`Nạp tiếp từ dòng ${number(resumedAt)}.`] : []),
    `Đã đọc ${number(rowsRead)} dòng dữ liệu trong ${time}.`,
    `${done}${tail}, lỗi ${number(rejected)}.`,
    ...(state === 'stopped' ? ['Đã dừng giữa chừng theo yêu cầu. Chạy lại với --resume để nạp tiếp.'] : []),
  ];
};

/** Who goes on after a crash waits until the dead run's claim has run out. */
const runPatiently = async ({ imports, clock, screen }: Parts, importer: Importer, options: ImportOptions) => {
  try {
    return await imports.run(importer, options);
  } catch (error) {
    if (!(error instanceof ImportBusyError) || !options.resume) throw error;
    const rest = error.until.getTime() - clock.now().getTime();
    screen.write(`Lượt nạp trước chưa kết thúc hẳn, chờ ${duration(rest)}...\n`);
    await wait(rest + 500);
    return imports.run(importer, options);
  }
};

const runFile = async (parts: Parts, importer: Importer, path: string, flags: Flags): Promise<number> => {
  const { clock, screen, signal } = parts;
  const since = clock.now().getTime();
  const rejected = rejectedPath(path);
  const progress = createProgress(clock, screen);
  const { 'dry-run': dryRun = false, resume = false } = flags;
  const source = await fileSource(path);
  const run = { source, rejects: fileRejects(rejected), dryRun, resume, signal, onProgress: progress.show };
  const outcome = await runPatiently(parts, importer, run).finally(progress.end);
  const lines = summary(outcome, dryRun, duration(clock.now().getTime() - since));
  if (outcome.counts.rejected > 0)
    lines.push(`Dòng lỗi kèm lý do: ${rejected}. Sửa trong tệp đó rồi nạp chính tệp đó, dòng đúng đã được giữ.`);
  for (const line of lines) screen.write(`${line}\n`);
  return outcome.counts.rejected > 0 || outcome.state === 'stopped' ? 1 : 0;
};

const faultText = (error: unknown, path: string): string | undefined => {
  if (error instanceof ShownError) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `Không tìm thấy tệp ${basename(path)}. Hãy xem lại đường dẫn.`;
  if (code === 'EACCES' || code === 'EISDIR')
    return `Không đọc được tệp ${basename(path)}. Hãy xem lại quyền và đường dẫn.`;
  return undefined;
};

/** `ansinh import`: 0 when every line was taken, 1 when lines were refused or the run did not end, 2 for a wrong call. */
export const importCommand = async (parts: Parts, args: readonly string[]): Promise<number> => {
  const { imports, screen } = parts;
  const say = (lines: readonly string[]): void => lines.forEach((line) => screen.write(`${line}\n`));
  const call = parsed(args);
  const [kind, path, ...more] = call?.words ?? [];
  const importer = imports.kinds().find((known) => known.kind === kind);
  const { columns = false } = call?.flags ?? {};
  if (!call || !importer || more.length > 0 || (!path && !columns)) {
    if (kind && !importer) screen.write(`Không có loại dữ liệu "${kind}".\n`);
    say(listKinds(imports.kinds()));
    return args.length === 0 ? 0 : 2;
  }
  if (columns || !path) {
    say(listColumns(importer));
    return 0;
  }
  try {
    return await runFile(parts, importer, path, call.flags);
  } catch (error) {
    const text = faultText(error, path);
    if (!text) throw error;
    screen.write(`${text}\n`);
    return 1;
  }
};
