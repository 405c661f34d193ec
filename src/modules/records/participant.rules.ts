export type BirthPrecision = 'day' | 'month' | 'year';

/** How exactly a birth date is known, from its stored form yyyy, yyyy-mm or yyyy-mm-dd. */
export const birthPrecision = (birthDate: string): BirthPrecision =>
  birthDate.length === 4 ? 'year' : birthDate.length === 7 ? 'month' : 'day';

/** As people write it: 04/09/1985, 09/1985 or 1985. */
export const birthText = (birthDate: string): string => birthDate.split('-').reverse().join('/');

/** 4811•••344: whom one looks for is told from others, no more. */
export const maskNumber = (number: string): string => `${number.slice(0, 4)}•••${number.slice(-3)}`;
