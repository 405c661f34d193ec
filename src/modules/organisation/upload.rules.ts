/** Who may send files with data; never a way to the records of citizens. */
export const IMPORT = 'organisation.import';

export const uploadPermissions = [{ id: IMPORT, label: 'Nhập dữ liệu từ tệp', roles: ['admin'] }] as const;

export const uploadActs = {
  'organisation.import-asked': 'Gửi tệp dữ liệu để nạp',
  'organisation.import-cancelled': 'Dừng một lượt nạp tệp',
  'organisation.import-rejects-viewed': 'Tải các dòng bị từ chối của mình',
} as const;

/** `received`: on disk, not yet asked for. `stopped`: by somebody. `failed`: see `note`. */
export type UploadState = 'received' | 'waiting' | 'running' | 'done' | 'stopped' | 'failed';

const ENDED: readonly UploadState[] = ['done', 'stopped', 'failed'];

export const hasEnded = (state: UploadState): boolean => ENDED.includes(state);

/** How much is done, 0 to 100. */
export const percentDone = ({ position, size }: { position: number; size: number }): number =>
  size > 0 ? Math.min(100, Math.floor((position * 100) / size)) : 0;

export interface Pace {
  readonly position: number;
  readonly size: number;
  readonly startedAt: Date | null;
}

/** Seconds until the end at the pace so far; nothing while too little is known. */
export const secondsLeft = ({ position, size, startedAt }: Pace, now: Date): number | undefined => {
  const spent = startedAt ? (now.getTime() - startedAt.getTime()) / 1_000 : 0;
  // Of the first lines nothing can be told: a batch is counted when it is done.
  if (spent < 2 || position * 100 < size || position >= size) return undefined;
  return Math.ceil((spent * (size - position)) / position);
};
