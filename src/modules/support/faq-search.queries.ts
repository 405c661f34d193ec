import type { PublicSearch } from '../../core/public-search.js';
import type { Corpus } from './corpus.queries.js';
import { presentLine } from './faq.presenter.js';
import type { Figures } from './figure.queries.js';
import { paths } from './paths.js';
import { search } from './retrieval.rules.js';

/** Less sure than the chat: a list of links promises nothing. */
const NEAR_ENOUGH = 0.35;

/** Answers for the search of the header. */
export const faqSearch = (corpus: () => Promise<Corpus>, figures: Figures): PublicSearch => ({
  title: 'Câu hỏi thường gặp',
  icon: 'info-circle-fill',
  order: 60,
  answers: true,
  all: ({ text }) => paths.faqSearch(text),
  find: async ({ text }, limit) => {
    const [all, values] = await Promise.all([corpus(), figures()]);
    return search(all.index, text, limit)
      .filter(({ score }) => score >= NEAR_ENOUGH)
      .flatMap(({ key }) => all.byCode.get(key) ?? [])
      .map((answer) => presentLine(answer, values))
      .map(({ question, href, text: beginning }) => ({ title: question, href, text: beginning }));
  },
});
