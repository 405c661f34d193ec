import { months as duration } from '../../core/http/format.js';
import { monthIndex, monthsInWords } from './month.rules.js';
import { monthsToPension } from './pension.rules.js';
import type { History, Participation, Totals } from './participation.rules.js';

/** Something that stands out, said in plain words. */
export interface Finding {
  readonly icon: string;
  readonly tone: string;
  readonly head: string;
  readonly text: string;
  /** Long: stands on a line of its own. */
  readonly wide?: true;
}

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Who has not paid, with the months: one sentence for each employer. */
const lateSentence = (rows: readonly Participation[], { lateMonths }: Totals): string => {
  const unpaid = new Set(lateMonths);
  const byEmployer = new Map<string, Set<number>>();
  for (const row of rows) {
    if (row.status !== 'late' || row.lumpSummed) continue;
    const own = byEmployer.get(row.employerName) ?? new Set<number>();
    for (let month = monthIndex(row.fromMonth); month <= monthIndex(row.toMonth); month += 1)
      if (unpaid.has(month)) own.add(month);
    if (own.size) byEmployer.set(row.employerName, own);
  }
  const said = [...byEmployer].map(
    ([name, own]) => `${name} chưa đóng ${monthsInWords([...own].sort((a, b) => a - b))}`,
  );
  return `${said.join('; ')}, nên chưa tính là đã đóng.`;
};

const overlapSentence = ({ months }: History, { overlaps }: Totals): string => {
  const most = Math.max(...months.map(({ paid, late }) => paid + late));
  return `${capital(monthsInWords(overlaps))} có ${most > 2 ? 'nhiều' : 'hai'} nơi cùng đóng, chỉ tính một lần.`;
};

/** Late months, gaps, overlaps, pauses and what was paid out, each in plain words. */
export const findingsOf = (rows: readonly Participation[], history: History, totals: Totals): Finding[] => {
  const { lateMonths, gaps, overlaps, suspended, lumpSummed } = totals;
  const named = (text: string) => (months: readonly number[]) => `${capital(monthsInWords(months))} ${text}`;
  const found = [
    {
      months: lateMonths,
      icon: 'exclamation-triangle-fill',
      tone: 't-bad',
      word: 'Chậm đóng',
      say: () => lateSentence(rows, totals),
    },
    { months: gaps, icon: 'dash-circle', tone: 't-mut', word: 'Trống', say: named('không có nơi nào đóng cho bạn.') },
    {
      months: overlaps,
      icon: 'layers-fill',
      tone: 't-ind',
      word: 'Trùng',
      say: () => overlapSentence(history, totals),
    },
    {
      months: suspended,
      icon: 'clock',
      tone: 't-mut',
      word: 'Tạm dừng đóng',
      say: named('không tính vào thời gian tham gia.'),
    },
    {
      months: lumpSummed,
      icon: 'cash-coin',
      tone: 't-mut',
      word: 'Đã hưởng một lần',
      say: named('đã thanh toán, không tính vào tổng.'),
    },
  ];
  return found.flatMap(({ months, icon, tone, word, say }) =>
    months.length ? [{ icon, tone, head: `${word} ${months.length} tháng.`, text: say(months) }] : [],
  );
};

/** How far it is to the years of contribution that a pension needs at least. */
export const pensionFinding = ({ paid, late }: Totals, years: number): Finding => {
  const missing = monthsToPension(paid, years);
  const need = `đủ ${years} năm đóng BHXH, số năm tối thiểu để hưởng lương hưu khi đến tuổi nghỉ hưu, theo quy định hiện nay.`;
  if (missing === 0)
    return {
      icon: 'check-circle-fill',
      tone: 't-ok',
      head: `Lương hưu: đủ ${years} năm.`,
      text: `Bạn đã có ${need}`,
      wide: true,
    };
  const unpaid = late ? ` ${late} tháng chậm đóng chỉ được tính khi đơn vị đã đóng.` : '';
  const head = `Lương hưu: còn ${duration(missing)}.`;
  return { icon: 'hourglass-split', tone: 't-mut', head, text: `Đóng thêm từng ấy là ${need}${unpaid}`, wide: true };
};
