import { fold, nameWords } from '../../core/text.js';

/** Where an article stands. Only a draft that nobody has read may be deleted. */
export type ArticleState = 'draft' | 'scheduled' | 'published' | 'withdrawn';

/** What an officer may do with it besides writing. */
export type Step = 'publish' | 'schedule' | 'unschedule' | 'withdraw' | 'pin' | 'remove';

const STEPS: Readonly<Record<ArticleState, readonly Step[]>> = {
  draft: ['publish', 'schedule', 'remove'],
  scheduled: ['publish', 'schedule', 'unschedule'],
  published: ['publish', 'withdraw', 'pin'],
  withdrawn: ['publish', 'schedule'],
};

interface Standing {
  readonly state: ArticleState;
  readonly version: number;
  readonly publishedVersion: number;
  readonly guide: boolean;
}

/** A published article is published again only when there is something new; guides stand on no banner. */
export const stepsOf = ({ state, version, publishedVersion, guide }: Standing): readonly Step[] =>
  STEPS[state].filter((step) => {
    if (step === 'publish') return state !== 'published' || version > publishedVersion;
    return step !== 'pin' || !guide;
  });

const LONGEST_SLUG = 80;

/** The address of a title: folded words with dashes, cut at a word. `2` and later for a title that is taken. */
export const slugOf = (title: string, attempt = 1): string => {
  const words = fold(title)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    if (slug.length + word.length >= LONGEST_SLUG) break;
    slug = slug ? `${slug}-${word}` : word;
  }
  const base = slug || words[0]?.slice(0, LONGEST_SLUG) || 'bai-viet';
  return attempt === 1 ? base : `${base}-${attempt}`;
};

const LONGEST_WORD = 40;
const MOST_WORDS = 80;

/** What an article is found by: the folded words of its title and summary. */
export const searchWords = (title: string, summary: string): string[] =>
  nameWords(`${title} ${summary}`)
    .filter((word) => word.length <= LONGEST_WORD)
    .slice(0, MOST_WORDS);

/** A place in a list by time: moment and id of the last row shown. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

export const placeText = ({ at, id }: Place): string => `${at.getTime()}_${id}`;

/** Anything but a place is the first page. */
export const placeIn = (text: string): Place | undefined => {
  const [, at, id] = /^(\d{1,14})_([0-9a-f-]{36})$/.exec(text) ?? [];
  return at && id ? { at: new Date(Number(at)), id } : undefined;
};
