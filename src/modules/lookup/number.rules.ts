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
