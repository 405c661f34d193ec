import { InvalidError } from '../../core/errors.js';
import { fold } from '../../core/text.js';
import { COMMON_WORDS, GUESSABLE, passwordFault, type PasswordOwner } from './password.rules.js';

/** Of five steps 0 to 4: from 2 on a password withstands guessing at the sign-in page. */
const GOOD_ENOUGH = 2;

type Score = (password: string, own: string[]) => number;

let measure: Promise<Score> | undefined;

/** Loaded at the first new password: its tables are not needed for anything else. */
const load = async (): Promise<Score> => {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core');
  const zxcvbn = new ZxcvbnFactory({ dictionary: { vietnamese: [...COMMON_WORDS] } });
  return (password, own) => zxcvbn.check(password, own).score;
};

const ownWords = (owner: PasswordOwner): string[] => [
  owner.insuranceNumber,
  ...(owner.citizenId ? [owner.citizenId] : []),
  ...(owner.phone ? [owner.phone] : []),
  ...(owner.username ? [owner.username] : []),
  ...(owner.fullName ? [fold(owner.fullName).replace(/ /g, ''), ...fold(owner.fullName).split(' ')] : []),
];

/** InvalidError beside `field` when the password is too weak for its owner. */
export const requireGoodPassword = async (password: string, owner: PasswordOwner, field: string): Promise<void> => {
  const fault = passwordFault(password, owner);
  if (fault) throw new InvalidError([{ field, message: fault }]);
  const score = await (measure ??= load());
  // Marks and blanks are what a guesser leaves out first: "Mật khẩu 123" is no better than "matkhau123".
  const plain = fold(password);
  const worst = Math.min(...[plain, plain.replaceAll(' ', '')].map((text) => score(text, ownWords(owner))));
  if (worst < GOOD_ENOUGH) throw new InvalidError([{ field, message: GUESSABLE }]);
};
