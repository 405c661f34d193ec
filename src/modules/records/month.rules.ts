/** A calendar month, `yyyy-mm`. */
export type Month = string;

/** Months counted from year 0, so that they can be added and compared. */
export const monthIndex = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

export const monthAt = (index: number): Month =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;

/** 03/2018. */
export const monthText = (index: number): string => {
  const month = monthAt(index);
  return `${month.slice(5)}/${month.slice(0, 4)}`;
};

const WRITTEN = /^(?:(\d{1,2})[/.-](\d{4})|(\d{4})-(\d{1,2}))$/;

/** A month as people or machines write it: 03/2018, 3/2018, 2018-03. */
export const readMonth = (text: string): Month | undefined => {
  const [, month, year, y = year ?? '', m = month ?? ''] = WRITTEN.exec(text) ?? [];
  return Number(m) >= 1 && Number(m) <= 12 && y >= '1945' ? `${y}-${m.padStart(2, '0')}` : undefined;
};

/** Months from `from` to `to`, both included. */
export interface MonthRange {
  readonly from: number;
  readonly to: number;
}

export const lengthOf = ({ from, to }: MonthRange): number => to - from + 1;

/** Ascending months put together into unbroken ranges. */
export const rangesOf = (months: readonly number[]): MonthRange[] => {
  const ranges: { from: number; to: number }[] = [];
  for (const month of months) {
    const last = ranges.at(-1);
    if (last?.to === month - 1) last.to = month;
    else ranges.push({ from: month, to: month });
  }
  return ranges;
};

/** "tháng 01/2021", "tháng 05 và 06/2023", "từ 03/2020 đến 08/2020". */
const rangeText = (range: MonthRange): string => {
  const [from, to] = [monthText(range.from), monthText(range.to)];
  if (range.from === range.to) return `tháng ${from}`;
  const together = range.to === range.from + 1 && from.slice(3) === to.slice(3);
  return together ? `tháng ${from.slice(0, 2)} và ${to}` : `từ ${from} đến ${to}`;
};

/** Ranges that are named before the rest is only counted. */
const NAMED = 4;

/** Months as words for a sentence; beyond four ranges the rest is counted. */
export const monthsInWords = (months: readonly number[]): string => {
  const ranges = rangesOf(months);
  const named = ranges.slice(0, NAMED).map(rangeText);
  const rest = ranges.slice(NAMED).reduce((sum, range) => sum + lengthOf(range), 0);
  const parts = rest > 0 ? [...named, `${rest} tháng khác`] : named;
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} và ${parts.at(-1)}`;
};
