import type { Agencies } from '../../contracts/organisation.js';
import { wholeJournal, type Journal } from '../../core/audit/journal.js';
import { words, type DataSection } from '../../core/personal-data.js';
import type { ConsentQueries } from './consent.queries.js';
import { looksAt } from './seen.queries.js';

interface Parts {
  readonly consents: ConsentQueries;
  readonly journal: Journal;
  readonly agencies: Agencies;
  readonly acts: Readonly<Record<string, string>>;
}

/** What I agreed to, and who looked: the agency and the role, never the name of the officer. */
export const privacyData = ({ consents, journal, agencies, acts }: Parts): readonly DataSection[] => [
  {
    name: 'privacy.consents',
    title: 'Sự đồng ý của bạn',
    about: 'Bạn đã đồng ý hoặc rút lại điều gì, lúc nào, với bản nào của văn bản.',
    fields: {
      title: 'Mục',
      code: 'Mã mục',
      version: 'Bản',
      hash: 'Dấu của văn bản (SHA-256)',
      givenAt: 'Đồng ý lúc',
      withdrawnAt: 'Rút lại lúc',
    },
    rows: ({ person }) => consents.ofPerson(person),
  },
  {
    name: 'privacy.looks',
    title: 'Ai đã xem dữ liệu của bạn',
    about: 'Mỗi lần cán bộ cơ quan BHXH mở hoặc sửa dữ liệu, hoặc ai đó kiểm tra thẻ của bạn.',
    fields: {
      at: 'Lúc',
      agency: 'Cơ quan',
      role: 'Vai trò',
      action: { label: 'Việc', say: words(acts) },
      purpose: 'Lý do',
    },
    rows: async function* ({ person }) {
      for await (const { at, agencyCode, actorRole, action, purpose } of wholeJournal(journal, looksAt(person)))
        // Whoever acted for no agency did it on a page that is open to all.
        yield {
          at,
          agency: agencyCode ? ((await agencies.find(agencyCode))?.shortName ?? agencyCode) : null,
          role: actorRole,
          action,
          purpose,
        };
    },
  },
];
