import { NotFoundError } from '../../core/errors.js';
import { page, type Handler } from '../../core/http/route.js';
import type { Corpus } from './corpus.queries.js';
import { presentAnswer, presentGroups, presentLine } from './faq.presenter.js';
import type { FaqQuery } from './faq.schema.js';
import type { Figures } from './figure.queries.js';
import { paths } from './paths.js';
import { groupTitle } from './question.rules.js';
import { search } from './retrieval.rules.js';

export interface FaqParts {
  corpus(): Promise<Corpus>;
  readonly figures: Figures;
}

export const TITLE = 'Câu hỏi thường gặp';
const ABOUT =
  'Trả lời các câu hỏi về đăng ký giao dịch điện tử, mã số BHXH, thẻ BHYT, quá trình tham gia và các chế độ.';
export const SHEETS = ['support.css'];

/** A list may show what is only near: the reader chooses. */
const NEAR_ENOUGH = 0.2;
const MOST = 20;
const RELATED = 4;

/** Questions with their answers, for everybody. */
export const faqController = ({ corpus, figures }: FaqParts) => {
  const base = { title: TITLE, paths, sheets: SHEETS, q: '', description: ABOUT };

  const list: Handler<FaqQuery> = async ({ input: { tim, nhom } }) => {
    const [all, values] = await Promise.all([corpus(), figures()]);
    if (tim) {
      const hits = search(all.index, tim, MOST).filter(({ score }) => score >= NEAR_ENOUGH);
      const found = hits.flatMap(({ key }) => all.byCode.get(key) ?? []).map((answer) => presentLine(answer, values));
      return page('support/faq-list', { ...base, q: tim, heading: `Kết quả cho "${tim}"`, rows: found });
    }
    if (nhom) {
      const rows = all.answers.filter(({ groupCode }) => groupCode === nhom);
      const heading = groupTitle(nhom);
      return page('support/faq-list', {
        ...base,
        title: heading,
        heading,
        rows: rows.map((row) => presentLine(row, values)),
      });
    }
    return page('support/faq', { ...base, count: all.answers.length, groups: presentGroups(all) });
  };

  const reshow: Handler = async ({ retry }) => {
    const all = await corpus();
    const data = { ...base, count: all.answers.length, groups: presentGroups(all) };
    return page('support/faq', { ...data, ...(retry && { retry }) });
  };

  const answer: Handler = async ({ params }) => {
    const [all, values] = await Promise.all([corpus(), figures()]);
    const found = all.byCode.get(params['code'] ?? '');
    if (!found)
      throw new NotFoundError('Không có câu hỏi này, hoặc câu trả lời đã được rút. Hãy tìm ở Câu hỏi thường gặp.');
    const related = search(all.index, found.question, RELATED + 1)
      .flatMap(({ key }) => all.byCode.get(key) ?? [])
      .filter(({ code }) => code !== found.code);
    return page('support/answer', {
      title: found.question,
      paths,
      sheets: SHEETS,
      description: presentLine(found, values).text,
      answer: presentAnswer(found, values),
      related: related.slice(0, RELATED).map((row) => presentLine(row, values)),
    });
  };

  return { list, reshow, answer };
};
