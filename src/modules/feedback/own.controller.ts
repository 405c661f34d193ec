import type { Accounts } from '../../contracts/auth.js';
import { NotFoundError } from '../../core/errors.js';
import { date } from '../../core/http/format.js';
import { page, type Handler } from '../../core/http/route.js';
import type { Door } from './citizen-case.controller.js';
import type { CitizenCases } from './citizen-case.queries.js';
import type { OwnQuery } from './citizen.schema.js';
import { SHEETS } from './form.presenter.js';
import type { OwnQueries } from './own.queries.js';
import { isSenders } from './own.rules.js';
import { paths } from './paths.js';
import { isOpen, tagOf } from './state.rules.js';
import type { TopicQueries } from './topic.queries.js';

export interface OwnParts {
  readonly accounts: Accounts;
  readonly own: OwnQueries;
  readonly topics: TopicQueries;
}

/** `/ca-nhan/phan-anh`: what this citizen has sent. */
export const ownController = ({ accounts, own, topics }: OwnParts): { readonly list: Handler<OwnQuery> } => ({
  list: async ({ actor, input: { sau } }) => {
    const account = await accounts.byId(actor.id);
    const insuranceNumber = actor.attributes['insuranceNumber'] ?? '';
    const [{ rows, next }, all] = await Promise.all([
      own({ insuranceNumber, phone: account?.phone ?? '' }, sau),
      topics.all(),
    ]);
    const names = new Map(all.map(({ code, name }) => [code, name]));
    return page('feedback/own-list', {
      title: 'Phản ánh của tôi',
      paths,
      sheets: SHEETS,
      first: sau === '',
      rows: rows.map(({ id, code, title, topicCode, state, outcome, receivedAt, answerBy, answeredAt }) => ({
        code,
        title,
        tag: tagOf({ state, outcome }),
        topic: names.get(topicCode) ?? '',
        href: paths.ownCase(id).show,
        sent: date(receivedAt),
        due: isOpen(state) && state !== 'waiting_citizen' ? `Trả lời trước ${date(answerBy)}` : '',
        answered: answeredAt ? `Trả lời ngày ${date(answeredAt)}` : '',
      })),
      ...(next && { next: paths.own({ sau: next }) }),
    });
  },
});

/** The way in by the account. */
export const ownDoor = (cases: CitizenCases, accounts: Accounts): Door => ({
  find: async ({ params, actor }) => {
    const row = await cases.find(params['id'] ?? '');
    const phone = row && (await accounts.byId(actor.id))?.phone;
    if (!row || !isSenders(row, actor, phone))
      throw new NotFoundError('Không có phản ánh này trong danh sách của bạn.');
    return row;
  },
  pages: (_, { id }) => paths.ownCase(id),
  crumb: { label: 'Phản ánh của tôi', href: paths.own() },
});
