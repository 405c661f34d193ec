import { nameWords } from '../../core/text.js';
import type { CaseRow } from './case.model.js';

/** Words longer than this are no words; the column is that wide. */
const LONGEST = 40;

/** By which words officers find a case: those of its title, its sender and its place. */
export const wordsOf = ({ title, senderName, place }: Pick<CaseRow, 'title' | 'senderName' | 'place'>): string[] =>
  nameWords(`${title} ${senderName} ${place}`).filter((word) => word.length <= LONGEST);
