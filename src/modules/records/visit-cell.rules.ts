const WRITTEN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T](\d{1,2})[:h](\d{2})(?::\d{2})?)?$/;
const STORED = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::\d{2})?)?$/;
/** As national claim records have it: yyyymmddhhmm. */
const CLAIM = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})$/;

const two = (part: string): string => part.padStart(2, '0');

/** A moment in Viet Nam: dd/mm/yyyy hh:mm, yyyy-mm-dd hh:mm or yyyymmddhhmm; midnight where no time stands. */
export const readMoment = (text: string): Date | undefined => {
  const [, d, m, y, ...late] = WRITTEN.exec(text) ?? [];
  const [, year = y, month = m, day = d, ...early] = STORED.exec(text) ?? CLAIM.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined || year < '1945') return undefined;
  const [hour = '0', minute = '0'] = (y === undefined ? early : late) as (string | undefined)[];
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  const calendar = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (calendar.getUTCMonth() + 1 !== Number(month) || calendar.getUTCDate() !== Number(day)) return undefined;
  return new Date(`${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00+07:00`);
};
