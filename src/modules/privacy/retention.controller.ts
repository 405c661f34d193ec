import type { Clock } from '../../core/clock.js';
import { page, redirect, type Handler } from '../../core/http/route.js';
import { paths } from './paths.js';
import { presentRetention } from './retention.presenter.js';
import type { RetentionQueries } from './retention.queries.js';

export interface RetentionController {
  readonly show: Handler;
  /** **Chạy thử**: the same page with what would be deleted now. */
  readonly tryOut: Handler;
  /** Whoever comes back to the address of the trial begins anew. */
  readonly begin: Handler;
}

/** **Bảng lưu giữ dữ liệu**. */
export const createRetentionController = (queries: RetentionQueries, clock: Clock): RetentionController => ({
  show: async () => page('privacy/retention', presentRetention(await queries.board())),
  begin: () => redirect(paths.retention),
  tryOut: async () => page('privacy/retention', presentRetention(await queries.trial(), clock.now())),
});
