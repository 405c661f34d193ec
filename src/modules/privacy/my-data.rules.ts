import { HOUR } from '../../core/clock.js';

/** So often an account downloads its data within an hour. */
export const MOST_DOWNLOADS = 10;

/** When the next download is allowed, from the moments of the last ones, newest first; undefined for now. */
export const nextDownload = (last: readonly Date[]): Date | undefined => {
  const oldest = last[MOST_DOWNLOADS - 1];
  return oldest && new Date(oldest.getTime() + HOUR);
};
