import { randomInt } from 'node:crypto';
import { MINUTE, type Clock } from '../../core/clock.js';
import { InvalidError } from '../../core/errors.js';
import { newSecret } from '../../core/ids.js';
import type { Seal } from '../../core/seal.js';
import { isProof, type Puzzle } from './puzzle.rules.js';

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
