import type { Found, PublicSearch } from '../../core/public-search.js';
import type { Corpus } from './corpus.queries.js';
import type { OfficeAnswers } from './office-answer.queries.js';
import { asksForFacility, asksForOffice } from './place.rules.js';
import { search, THRESHOLD } from './retrieval.rules.js';
import { dossierIn, smallTalk } from './talk.rules.js';
import { nameWordsIn } from './word.rules.js';

/** What was found for a question by its words, by kind. */
export interface FoundGroup {
  readonly title: string;
  readonly icon: string;
  readonly found: readonly Found[];
}

/** The answer to one question: its key in the talk, and what else could be meant. */
export interface Reply {
  readonly answer: string;
  /** Codes of answers that are near. */
  readonly near: readonly string[];
}

export interface ChatParts {
  corpus(): Promise<Corpus>;
  readonly offices: OfficeAnswers;
  /** Kinds of public things that other modules let be found. */
  searches(): readonly PublicSearch[];
}

/** So sure an answer must be that a place in the question does not matter. */
const SURE = 0.75;
const NEAR = 3;
const OF_EACH = 3;

/** Who finds an office needs no list of offices beside it. */
const OFFICES = 'tim-co-quan-bhxh';
/** Where facilities are looked for, when the one asked for was not found. */
const FACILITIES = 'tra-cuu-co-so-kham-chua-benh';

export const chatQueries = ({ corpus, offices, searches }: ChatParts) => {
  const found = async (words: string): Promise<FoundGroup[]> => {
    const asked = { text: words, folded: words };
    const groups = await Promise.all(
      searches().map(async (kind) => ({ title: kind.title, icon: kind.icon, found: await kind.find(asked, OF_EACH) })),
    );
    return groups.filter((group) => group.found.length > 0);
  };

  const foundKey = async (text: string): Promise<string | undefined> => {
    const words = nameWordsIn(text);
    if (words.length < 2) return undefined;
    const key = words.join(' ').slice(0, 80);
    return (await found(key)).length ? `found:${key}` : undefined;
  };

  const officeKey = async (text: string, all: Corpus): Promise<string | undefined> => {
    if (!asksForOffice(text)) return undefined;
    const place = await offices.find(text);
    if (!place) return undefined;
    const [hit] = search(all.index, place.rest, 1);
    return hit && hit.score >= SURE && hit.key !== OFFICES ? undefined : `offices:${place.key}`;
  };

  return {
    found,
    /** What answers a question. */
    reply: async (text: string): Promise<Reply> => {
      const talk = smallTalk(text);
      if (talk) return { answer: talk, near: [] };
      if (dossierIn(text)) return { answer: 'dossier', near: [] };
      const all = await corpus();
      const office = await officeKey(text, all);
      const hits = search(all.index, text, NEAR + 1);
      const near = hits.map(({ key }) => key);
      if (office) return { answer: office, near: near.slice(0, NEAR) };
      const facility = asksForFacility(text) ? await foundKey(text) : undefined;
      const [best] = hits;
      const sure = best && best.score >= THRESHOLD;
      if (facility && !(best && best.score >= SURE)) return { answer: facility, near: sure ? near.slice(0, NEAR) : [] };
      if (sure) return { answer: `faq:${best.key}`, near: near.slice(1, NEAR + 1) };
      const other = await foundKey(text);
      const page = asksForFacility(text) && all.byCode.has(FACILITIES) ? `faq:${FACILITIES}` : 'none';
      return { answer: other ?? page, near: [] };
    },
  };
};

export type ChatQueries = ReturnType<typeof chatQueries>;
