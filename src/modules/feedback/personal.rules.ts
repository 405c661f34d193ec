import { fold } from '../../core/text.js';

/** Digits that belong together, however they are set apart; not parts of a number of a dossier. */
const DIGITS = /(?<![\d/])\d(?:[ .-]?\d){8,14}(?![\d/])/g;
/** 1.234.567.890 đồng is money. */
const MONEY = /^\d{1,3}(?:\.\d{3})+$/;
const CARD = /\b[A-Z]{2}[ .-]?\d(?:[ .-]?\d){12}\b/gi;
const BIRTH = /\bsinh\b[^.;\n]{0,24}?(\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2})/g;

/** Mobile numbers; those of offices are landlines or hotlines. */
const isMobile = (digits: string): boolean => /^(?:84|0)[35789]\d{8}$/.test(digits);
/** A number of insurance, of an identity paper, of a card. */
const isPaper = (digits: string): boolean => [10, 12, 13, 15].includes(digits.length) && !/^02/.test(digits);

/** Pieces of a text that tell something of one person: numbers, phone, birth date. */
export const personalIn = (text: string): string[] => {
  const numbers = [...text.matchAll(DIGITS)]
    .map(([found]) => found)
    .filter((found) => {
      const digits = found.replace(/\D/g, '');
      return !MONEY.test(found) && (isMobile(digits) || isPaper(digits));
    });
  const cards = [...text.matchAll(CARD)].map(([found]) => found);
  const births = [...fold(text).matchAll(BIRTH)].map(([, date = '']) => date);
  return [...new Set([...numbers.filter((found) => !cards.some((card) => card.includes(found))), ...cards, ...births])];
};
