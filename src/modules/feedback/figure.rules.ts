import type { CaseState } from './state.rules.js';

/** What is counted of cases that have something in common. */
export interface Counts {
  readonly cases: number;
  readonly answered: number;
  readonly onTime: number;
  readonly lateAnswers: number;
  /** Still without an answer behind the deadline. */
  readonly overdue: number;
  readonly extended: number;
  readonly handOffs: number;
  readonly overrides: number;
  readonly reopens: number;
  readonly ratings: number;
  readonly stars: number;
}

export interface CountedGroup extends Counts {
  readonly topicCode: string;
  readonly agencyCode: string;
  readonly state: CaseState;
}

/** So many answers took so long, in minutes of office time. */
export interface Taken {
  readonly topicCode: string;
  readonly agencyCode: string;
  readonly minutes: number;
  readonly answers: number;
}

export interface Figures extends Counts {
  /** Minutes of office time within which half of the answers went out, to a tenth of an hour. */
  readonly median: number | undefined;
}

/** Minutes that are counted as one: a tenth of an hour. */
export const STEP = 6;

const NOTHING: Counts = {
  cases: 0,
  answered: 0,
  onTime: 0,
  lateAnswers: 0,
  overdue: 0,
  extended: 0,
  handOffs: 0,
  overrides: 0,
  reopens: 0,
  ratings: 0,
  stars: 0,
};
const NAMES = Object.keys(NOTHING) as (keyof Counts)[];

const add = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, one) => Object.fromEntries(NAMES.map((name) => [name, sum[name] + one[name]])) as unknown as Counts,
    NOTHING,
  );

/** The lower middle of all values. */
export const medianOf = (taken: readonly Pick<Taken, 'minutes' | 'answers'>[]): number | undefined => {
  const all = taken.reduce((sum, { answers }) => sum + answers, 0);
  let left = Math.floor((all - 1) / 2);
  for (const { minutes, answers } of [...taken].sort((one, other) => one.minutes - other.minutes)) {
    if (left < answers) return minutes;
    left -= answers;
  }
  return undefined;
};

const figuresOf = (groups: readonly CountedGroup[], taken: readonly Taken[]): Figures => ({
  ...add(groups),
  median: medianOf(taken),
});

const split = (groups: readonly CountedGroup[], taken: readonly Taken[], by: 'topicCode' | 'agencyCode') =>
  new Map(
    [...new Set(groups.map((group) => group[by]))].map((key) => [
      key,
      figuresOf(
        groups.filter((group) => group[by] === key),
        taken.filter((one) => one[by] === key),
      ),
    ]),
  );

export interface FigureTables {
  readonly total: Figures;
  readonly byTopic: ReadonlyMap<string, Figures>;
  readonly byAgency: ReadonlyMap<string, Figures>;
  readonly byState: ReadonlyMap<CaseState, number>;
}

/** All figures of a span from what the database has counted. */
export const tablesOf = (groups: readonly CountedGroup[], taken: readonly Taken[]): FigureTables => {
  const byState = new Map<CaseState, number>();
  for (const { state, cases } of groups) byState.set(state, (byState.get(state) ?? 0) + cases);
  return {
    total: figuresOf(groups, taken),
    byTopic: split(groups, taken, 'topicCode'),
    byAgency: split(groups, taken, 'agencyCode'),
    byState,
  };
};
