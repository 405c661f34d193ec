const BIRTH = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/;

const two = (part: string): string => part.padStart(2, '0');

/** yyyy-mm-dd, yyyy-mm or yyyy, from dd/mm/yyyy, mm/yyyy or yyyy; nothing where the calendar has no such day. */
export const birthOf = (text: string): string | undefined => {
  const [, day, month, year = ''] = BIRTH.exec(text) ?? [];
  if (year < '1900') return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (date.getUTCMonth() !== Number(month ?? 1) - 1) return undefined;
  return [year, month, day].flatMap((part) => (part === undefined ? [] : two(part))).join('-');
};

/** "48xxxxxx44": whom it belongs to knows it again, nobody else learns it. */
export const maskedNumber = (number: string): string => `${number.slice(0, 2)}xxxxxx${number.slice(-2)}`;

/** "T.T.B" of "Trần Thị Bình". */
export const nameInitials = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => [...word].slice(0, 1))
    .join('.')
    .toLocaleUpperCase('vi');

/** Texts reach mobiles only. */
export const isMobile = (phone: string | null): phone is string => /^0[35789]\d{8}$/.test(phone ?? '');
