import type { Agency } from '../../contracts/organisation.js';

const collator = new Intl.Collator('vi');
const LEVEL_ORDER = { central: 0, province: 1, local: 2 } as const;

/** "BHXH tỉnh Quảng Trị" sorts under Q, not under "tỉnh". */
const sortName = (agency: Agency): string => agency.name.replace(/^BHXH (tỉnh|thành phố|cơ sở) /, '');

/** Central before province before local, then Vietnamese order of the names. */
export const inOrder = (list: readonly Agency[]): Agency[] =>
  [...list].sort((a, b) => LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level] || collator.compare(sortName(a), sortName(b)));

/** Whether `path` is the agency with this path or lies below it. */
export const isWithin = (path: string, ancestor: string): boolean => path.startsWith(ancestor);

/** Those that serve the commune by name first, then the others of the province. */
export const nearestFirst = (list: readonly Agency[], communeCode: string): Agency[] => [
  ...list.filter((agency) => agency.serves.includes(communeCode)),
  ...list.filter((agency) => !agency.serves.includes(communeCode)),
];
