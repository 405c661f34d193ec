import { NotFoundError } from '../../core/errors.js';
import { page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import { presentConsents, presentText } from './consent.presenter.js';
import type { ConsentQueries } from './consent.queries.js';
import type { ConsentForm, TextInput, WithdrawalForm } from './consent.schema.js';
import type { ConsentService } from './consent.service.js';
import { paths } from './paths.js';

export interface ConsentController {
  readonly mine: Handler;
  readonly give: Handler<ConsentForm>;
  readonly withdraw: Handler<WithdrawalForm>;
  /** All texts in force, for everybody. */
  readonly all: Handler;
  readonly text: Handler;
  readonly list: Handler;
  readonly form: Handler;
  readonly publish: Handler<TextInput>;
}

const LIST = 'Văn bản đồng ý';
const numberOf = ({ actor }: Pick<PageRequest, 'actor'>): string => actor.attributes['insuranceNumber'] ?? '';
const codeOf = ({ params }: Pick<PageRequest, 'params'>): string => params['code'] ?? '';

/** What a person agrees to, and the texts behind it. */
export const createConsentController = (queries: ConsentQueries, service: ConsentService): ConsentController => ({
  mine: async (request) =>
    page('privacy/consents', presentConsents(await queries.current(), await queries.ofPerson(numberOf(request)))),
  give: async (request) => {
    const { muc, ban } = request.input;
    await service.give(numberOf(request), muc, ban);
    request.session.flash({ kind: 'ok', text: 'Đã ghi nhận sự đồng ý của bạn. Bạn rút lại được bất cứ lúc nào.' });
    return redirect(paths.consents);
  },
  withdraw: async (request) => {
    await service.withdraw(numberOf(request), request.input.muc);
    request.session.flash({ kind: 'ok', text: 'Đã rút lại sự đồng ý. Việc này không ảnh hưởng quyền lợi của bạn.' });
    return redirect(paths.consents);
  },
  all: async () => {
    const texts = await queries.current();
    return page('privacy/texts', {
      title: 'Quyền riêng tư',
      asked: texts.filter(({ needsConsent }) => needsConsent).map(presentText),
      told: texts.filter(({ needsConsent }) => !needsConsent).map(presentText),
      consents: paths.consents,
    });
  },
  text: async (request) => {
    const version = Number(/^\d{1,4}$/.exec(request.params['version'] ?? '')?.[0] ?? 0);
    const text = await queries.version(codeOf(request), version);
    if (!text) throw new NotFoundError('Không có bản này của văn bản. Hãy xem bản đang dùng ở trang Quyền riêng tư.');
    const newest = await queries.currentOf(text.code);
    return page('privacy/text', {
      title: text.title,
      text: presentText(text),
      newer: newest && newest.version > text.version ? paths.text(newest.code, newest.version) : undefined,
      all: paths.texts,
    });
  },
  list: async () => {
    const texts = await queries.current();
    return page('privacy/text-list', {
      title: LIST,
      texts: texts.map((text) => ({ ...presentText(text), asked: text.needsConsent, edit: paths.editText(text.code) })),
    });
  },
  form: async (request) => {
    const versions = await queries.versions(codeOf(request));
    const [text] = versions;
    if (!text) throw new NotFoundError('Không có văn bản này. Hãy quay lại danh sách.');
    return page('privacy/text-form', {
      title: text.title,
      text,
      versions: versions.map(presentText),
      action: paths.editText(text.code),
      list: paths.textList,
    });
  },
  publish: async (request) => {
    await service.publish(codeOf(request), request.input.ban, request.input);
    request.session.flash({ kind: 'ok', text: 'Đã thêm bản mới. Người đã đồng ý bản cũ sẽ được hỏi lại.' });
    return redirect(paths.textList);
  },
});
