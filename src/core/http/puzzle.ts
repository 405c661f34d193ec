import { createHash, randomInt } from 'node:crypto';
import { attemptCounter, type CounterParts } from '../attempts.js';
import { MINUTE, type Clock } from '../clock.js';
import { InvalidError } from '../errors.js';
import { newSecret } from '../ids.js';
import type { Seal } from '../seal.js';

/** A small task that costs a visitor a second and a machine that asks thousands of times a lot. */
export interface Puzzle {
  /** What the script hashes numbers with; also that by which a puzzle is used once. */
  readonly id: string;
  /** For whoever has no script: a sum of two digits. */
  readonly a: number;
  readonly b: number;
  /** Milliseconds since 1970 from which it counts no more. */
  readonly until: number;
}

/** Leading bits of the hash that must be zero: 65,000 hashes on average. */
const PUZZLE_BITS = 16;

const PROOF = /^\d{1,9}$/;

/** Whether a number is the answer that the script looks for. */
export const isProof = (id: string, proof: string): boolean =>
  PROOF.test(proof) &&
  createHash('sha256').update(`${id}.${proof}`).digest().readUInt32BE(0) >>> (32 - PUZZLE_BITS) === 0;

const NAMES = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

/** The sum for readers of screens: "bảy cộng năm bằng mấy". */
const sumWords = ({ a, b }: Pick<Puzzle, 'a' | 'b'>): string => `${NAMES[a]} cộng ${NAMES[b]} bằng mấy`;

/** Strokes of the seven parts of a digit, 12 wide and 20 high: top, upper right, lower right, bottom, lower left, upper left, middle. */
const STROKES = ['M0 0H12', 'M12 0V10', 'M12 10V20', 'M0 20H12', 'M0 10V20', 'M0 0V10', 'M0 10H12'] as const;
const DIGITS = ['012345', '12', '01643', '01623', '5612', '05623', '056234', '012', '0123456', '012356'] as const;

const digit = (value: number): string => [...(DIGITS[value] ?? '')].map((part) => STROKES[Number(part)]).join('');

/** The sum as strokes, each with its place. */
const sumStrokes = ({ a, b }: Pick<Puzzle, 'a' | 'b'>): readonly { readonly d: string; readonly at: number }[] => [
  { d: digit(a), at: 8 },
  { d: 'M0 10H12M6 4V16', at: 36 },
  { d: digit(b), at: 64 },
  { d: 'M0 6H12M0 14H12', at: 92 },
];

/** A fresh puzzle as `views/partials/puzzle.ejs` shows it; the page names the script `puzzle.js`. */
export const presentPuzzle = (puzzle: Puzzle & { readonly token: string }) => ({
  token: puzzle.token,
  salt: puzzle.id,
  bits: PUZZLE_BITS,
  words: sumWords(puzzle),
  strokes: sumStrokes(puzzle),
});

/** As long as a form may lie open. */
const LIFE = 30 * MINUTE;

export interface PuzzleParts {
  readonly seal: Seal;
  readonly clock: Clock;
  /** Takes the puzzle out of use; throws when it was used before. */
  spend(id: string): Promise<void>;
}

export interface Answer {
  readonly token: string;
  /** What the script found, or empty. */
  readonly proof: string;
  /** The sum as typed, or empty. */
  readonly sum: string;
}

const invalid = (message: string): InvalidError => new InvalidError([{ field: 'ketQua', message }]);

/** Takes each puzzle out of use with its first answer; counted in the table of the module that sets it. */
export const puzzleOnce = (
  parts: Pick<CounterParts, 'table' | 'uow' | 'clock'>,
  bucketOf: (id: string) => string,
): PuzzleParts['spend'] => {
  const refusal = (): InvalidError => invalid('Câu kiểm tra này đã dùng rồi. Hãy làm câu mới.');
  const once = attemptCounter({ ...parts, limit: 1, window: 2 * LIFE, refusal });
  return (id) => once(bucketOf(id));
};

/** Puzzles that only this server can make, each good for one answer. */
export const createPuzzles = ({ seal, clock, spend }: PuzzleParts) => {
  const open = (token: string): Puzzle => {
    try {
      return seal.open<Puzzle>('puzzle', token);
    } catch {
      throw invalid('Câu kiểm tra không còn dùng được. Hãy làm câu mới; những gì bạn đã nhập vẫn còn.');
    }
  };

  return {
    issue: (): Puzzle & { readonly token: string } => {
      const until = clock.now().getTime() + LIFE;
      const puzzle = { id: newSecret(), a: randomInt(1, 10), b: randomInt(1, 10), until };
      return { ...puzzle, token: seal.close('puzzle', puzzle) };
    },

    /** InvalidError beside the sum when the answer is wrong, late, or was given before. */
    check: async ({ token, proof, sum }: Answer): Promise<void> => {
      const puzzle = open(token);
      if (puzzle.until < clock.now().getTime())
        throw invalid('Câu kiểm tra đã quá 30 phút. Hãy làm câu mới; những gì bạn đã nhập vẫn còn.');
      if (!proof && !sum) throw invalid('Hãy nhập kết quả của phép tính.');
      if (proof ? !isProof(puzzle.id, proof) : Number(sum) !== puzzle.a + puzzle.b)
        throw invalid('Kết quả chưa đúng. Hãy làm phép tính mới.');
      await spend(puzzle.id);
    },
  };
};

export type Puzzles = ReturnType<typeof createPuzzles>;
