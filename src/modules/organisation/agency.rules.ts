import type { Agency, AgencyLevel } from '../../contracts/organisation.js';
import type { Day } from '../../core/clock.js';
import { date } from '../../core/http/format.js';

const collator = new Intl.Collator('vi');
const LEVEL_ORDER = { central: 0, province: 1, local: 2 } as const;

/** "BHXH tỉnh Quảng Trị" sorts under Q, not under "tỉnh". */
const sortName = (agency: Agency): string => agency.name.replace(/^BHXH (tỉnh|thành phố|cơ sở) /, '');

/** Central before province before local, then Vietnamese order of the names. */
export const inOrder = (list: readonly Agency[]): Agency[] =>
  [...list].sort((a, b) => LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level] || collator.compare(sortName(a), sortName(b)));

/** Whether `path` is the agency with this path or lies below it. */
export const isWithin = (path: string, ancestor: string): boolean => path.startsWith(ancestor);

/** Whether it works on that day, as far as is known. */
export const isOpenOn = ({ validTo }: { readonly validTo: Day | null }, day: Day): boolean =>
  validTo === null || validTo >= day;

/** These agencies with those that they have replaced until that day: whose work they go on with. */
export const withReplaced = (
  codes: readonly string[],
  ended: readonly Pick<Agency, 'code' | 'validTo' | 'replacedBy'>[],
  day: Day,
): string[] => {
  const all = new Set(codes);
  const over = ended.filter((agency) => !isOpenOn(agency, day));
  // What is added on the way is visited as well.
  for (const code of all) for (const old of over) if (old.replacedBy === code) all.add(old.code);
  return [...all];
};

/** Those that serve the commune by name first, then the others of the province. */
export const nearestFirst = (list: readonly Agency[], communeCode: string): Agency[] => [
  ...list.filter((agency) => agency.serves.includes(communeCode)),
  ...list.filter((agency) => !agency.serves.includes(communeCode)),
];

/** An agency as a place in the tree. */
export interface TreeNode {
  readonly code: string;
  readonly level: AgencyLevel;
  readonly parentCode: string | null;
  readonly provinceCode: string | null;
  readonly validTo: Day | null;
}

type Tree = ReadonlyMap<string, Pick<TreeNode, 'parentCode'>>;

/** Codes from the agency up to the root; ends where a parent is missing or comes a second time. */
const upwards = (code: string, tree: Tree): string[] => {
  const way: string[] = [];
  for (let at: string | null = code; at !== null && !way.includes(at); at = tree.get(at)?.parentCode ?? null)
    way.push(at);
  return way;
};

/** Codes from the root to the agency, each followed by a slash. */
export const pathTo = (code: string, tree: Tree): string =>
  upwards(code, tree)
    .toReversed()
    .map((each) => `${each}/`)
    .join('');

/** The level that stands above each. */
const ABOVE: Readonly<Record<AgencyLevel, AgencyLevel>> = {
  central: 'central',
  province: 'central',
  local: 'province',
};
const WORDS: Readonly<Record<AgencyLevel, string>> = { central: 'trung ương', province: 'cấp tỉnh', local: 'cơ sở' };

/** Why an agency cannot stand at this place, and the column to look at. */
export const placeFault = (
  node: TreeNode,
  tree: ReadonlyMap<string, TreeNode>,
  today: Day,
): { readonly column: string; readonly reason: string } | undefined => {
  const { code, level, parentCode, provinceCode } = node;
  const wrong = (reason: string) => ({ column: 'ma_cap_tren', reason });
  if (parentCode === null) {
    const root = [...tree.values()].find((other) => other.parentCode === null && other.code !== code);
    return root && wrong(`Chỉ ${root.code} không có cấp trên. Hãy ghi Mã cấp trên của cơ quan này.`);
  }
  const parent = tree.get(parentCode);
  if (!parent) return wrong(`Chưa có cơ quan cấp trên ${parentCode}. Hãy để dòng của cơ quan đó ở trước.`);
  if (parentCode === code || upwards(parentCode, tree).includes(code))
    return wrong(`Cấp trên ${parentCode} lại nằm dưới chính ${code}, thành vòng tròn. Hãy xem lại Mã cấp trên.`);
  if (parent.level !== ABOVE[level])
    return wrong(
      `Cấp trên của cơ quan ${WORDS[level]} phải là ${WORDS[ABOVE[level]]}, mà ${parentCode} là ${WORDS[parent.level]}.`,
    );
  if (isOpenOn(node, today) && !isOpenOn(parent, today))
    return wrong(`Cấp trên ${parentCode} chỉ hoạt động đến hết ${date(parent.validTo)}. Hãy ghi cơ quan thay thế nó.`);
  if (level === 'local' && parent.provinceCode !== provinceCode)
    return {
      column: 'ma_tinh',
      reason: `Cấp trên ${parentCode} thuộc tỉnh ${parent.provinceCode}, không phải ${provinceCode}.`,
    };
  const children = [...tree.values()].filter((other) => other.parentCode === code);
  const misfit = children.find((other) => ABOVE[other.level] !== level);
  if (misfit) return { column: 'cap', reason: `Cơ quan ${misfit.code} đang ở dưới ${code}, nên không đổi được Cấp.` };
  const abroad = children.find((other) => other.level === 'local' && other.provinceCode !== provinceCode);
  return (
    abroad && {
      column: 'ma_tinh',
      reason: `Cơ quan ${abroad.code} ở dưới ${code} thuộc tỉnh ${abroad.provinceCode}, nên không đổi được Mã tỉnh.`,
    }
  );
};
