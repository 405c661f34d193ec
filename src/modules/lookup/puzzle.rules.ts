import { createHash } from 'node:crypto';

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
export const PUZZLE_BITS = 16;

const PROOF = /^\d{1,9}$/;

/** Whether a number is the answer that the script looks for. */
export const isProof = (id: string, proof: string): boolean =>
  PROOF.test(proof) &&
  createHash('sha256').update(`${id}.${proof}`).digest().readUInt32BE(0) >>> (32 - PUZZLE_BITS) === 0;

const NAMES = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

/** The sum for readers of screens: "bảy cộng năm bằng mấy". */
export const sumWords = ({ a, b }: Pick<Puzzle, 'a' | 'b'>): string => `${NAMES[a]} cộng ${NAMES[b]} bằng mấy`;

/** Strokes of the seven parts of a digit, 12 wide and 20 high: top, upper right, lower right, bottom, lower left, upper left, middle. */
const STROKES = ['M0 0H12', 'M12 0V10', 'M12 10V20', 'M0 20H12', 'M0 10V20', 'M0 0V10', 'M0 10H12'] as const;
const DIGITS = ['012345', '12', '01643', '01623', '5612', '05623', '056234', '012', '0123456', '012356'] as const;

const digit = (value: number): string => [...(DIGITS[value] ?? '')].map((part) => STROKES[Number(part)]).join('');

/** The sum as strokes, each with its place. */
export const sumStrokes = ({
  a,
  b,
}: Pick<Puzzle, 'a' | 'b'>): readonly { readonly d: string; readonly at: number }[] => [
  { d: digit(a), at: 8 },
  { d: 'M0 10H12M6 4V16', at: 36 },
  { d: digit(b), at: 64 },
  { d: 'M0 6H12M0 14H12', at: 92 },
];
