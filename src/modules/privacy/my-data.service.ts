import type { Audit } from '../../core/audit/audit.js';
import type { Journal } from '../../core/audit/journal.js';
import { HOUR, type Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { TooManyError } from '../../core/errors.js';
import type { DataSubject } from '../../core/personal-data.js';
import { MOST_DOWNLOADS, nextDownload } from './my-data.rules.js';

interface Parts {
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly journal: Journal;
  readonly clock: Clock;
}

export interface MyDataService {
  /** Writes down that a person takes his data with him; refused when he does so too often. */
  download(subject: DataSubject, format: 'json' | 'pdf'): Promise<void>;
}

const ACTION = 'privacy.data-downloaded';

export const createMyDataService = ({ uow, audit, journal, clock }: Parts): MyDataService => ({
  download: ({ person, accountId }, format) =>
    uow.run(async () => {
      const now = clock.now();
      const filter = { person, actions: [ACTION], from: new Date(now.getTime() - HOUR) };
      const next = nextDownload((await journal.list(filter, { limit: MOST_DOWNLOADS })).map(({ at }) => at));
      if (next && next > now)
        throw new TooManyError(
          Math.ceil((next.getTime() - now.getTime()) / 1_000),
          'Bạn đã tải dữ liệu nhiều lần trong một giờ. Hãy đợi rồi tải lại.',
        );
      await audit.record({
        action: ACTION,
        subject: { kind: 'account', id: accountId, label: person },
        person,
        details: { format },
      });
    }),
});
