import type { Clock } from '../clock.js';
import { number } from '../http/format.js';
import type { ImportProgress } from './run.js';

/** Where progress is shown. */
export interface Screen {
  /** Whether a line can be written over. */
  readonly live: boolean;
  write(text: string): void;
}

const BAR = 20;
/** Where lines stay, one is enough in so many milliseconds. */
const PAUSE = 5_000;

/** How far it has come in whatever counts, and the rows so far. */
type Progress = Pick<ImportProgress, 'position' | 'size' | 'rowsRead' | 'rejected'>;

const percentOf = ({ position, size }: Progress): number => Math.min(100, Math.floor((position / size) * 100));

/** "1 giờ 5 phút", "2 phút 10 giây", "8 giây". */
export const duration = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.round(milliseconds / 1_000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (hours > 0) return `${hours} giờ ${minutes} phút`;
  return minutes > 0 ? `${minutes} phút ${rest} giây` : `${rest} giây`;
};

/** Tells how far a run has come: a bar that grows on a terminal, a line now and then elsewhere. */
export const createProgress = (clock: Clock, screen: Screen) => {
  let start: { readonly at: number; readonly position: number; readonly rowsRead: number } | undefined;
  let shown = 0;
  const textOf = (now: Progress, moment: number): string => {
    // Of a run that goes on, only what is done now tells how quick it is.
    const from = (start ??= { ...now, at: moment });
    const passed = Math.max(1, moment - from.at);
    const [rows, bytes] = [now.rowsRead - from.rowsRead, now.position - from.position];
    const bad = now.rejected > 0 ? `, ${number(now.rejected)} dòng lỗi` : '';
    const rest = ((now.size - now.position) / bytes) * passed;
    const speed = `, ${number(Math.round((rows / passed) * 1_000))} dòng/giây, còn khoảng ${duration(rest)}`;
    return `${percentOf(now)} %  ${number(now.rowsRead)} dòng${bad}${bytes > 0 ? speed : ''}`;
  };
  return {
    show: (now: Progress): void => {
      const moment = clock.now().getTime();
      const text = textOf(now, moment);
      if (screen.live) {
        const full = Math.floor((percentOf(now) / 100) * BAR);
        screen.write(`\r[${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${text}\u001B[K`);
        return;
      }
      shown ||= moment;
      if (moment - shown < PAUSE) return;
      shown = moment;
      screen.write(`${text}\n`);
    },
    end: (): void => {
      if (screen.live) screen.write('\n');
    },
  };
};
