import { page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import { dateTime } from '../../core/http/format.js';
import { presentQuestion, presentRelease } from './editor.presenter.js';
import type { EditorQueries } from './editor.queries.js';
import type { EditorService } from './editor.service.js';
import { paths } from './paths.js';
import type { PublishInput, ScheduleInput, StepInput } from './release.schema.js';
import type { ReleaseService } from './release.service.js';

export interface ReleaseController {
  readonly form: Handler;
  readonly publish: Handler<PublishInput>;
  readonly schedule: Handler<ScheduleInput>;
  readonly unschedule: Handler<StepInput>;
  readonly askWithdraw: Handler;
  readonly withdraw: Handler<StepInput>;
  readonly pin: Handler<StepInput>;
  readonly askRemove: Handler;
  readonly remove: Handler<StepInput>;
  /** Where a form has no page of its own: the article. */
  readonly begin: Handler;
}

const idOf = ({ params }: Pick<PageRequest, 'params'>): string => params['id'] ?? '';

export const createReleaseController = (
  queries: EditorQueries,
  release: ReleaseService,
  editor: EditorService,
): ReleaseController => {
  const form: Handler = async (request) => page('news/release', presentRelease(await queries.open(idOf(request))));
  const ask =
    (kind: 'withdraw' | 'remove'): Handler =>
    async (request) =>
      page('news/question', presentQuestion(await queries.open(idOf(request)), kind));
  const done = (request: PageRequest, text: string) => {
    request.session.flash({ kind: 'ok', text });
    return redirect(paths.edit(idOf(request)));
  };
  return {
    form,
    publish: async (request) => {
      await release.publish(idOf(request), request.input.phienBan, request.input.goLuc);
      return done(request, 'Đã đăng. Người đọc thấy bài ngay bây giờ.');
    },
    schedule: async (request) => {
      const { phienBan, dangLuc, goLuc } = request.input;
      await release.schedule(idOf(request), phienBan, { publishAt: dangLuc, unpublishAt: goLuc });
      return done(request, `Đã hẹn giờ. Bài được đăng lúc ${dateTime(dangLuc)}.`);
    },
    unschedule: async (request) => {
      await release.unschedule(idOf(request), request.input.phienBan);
      return done(request, 'Đã bỏ hẹn giờ. Bài không tự đăng nữa.');
    },
    askWithdraw: ask('withdraw'),
    withdraw: async (request) => {
      await release.withdraw(idOf(request), request.input.phienBan);
      return done(request, 'Đã gỡ bài. Người đọc không thấy bài nữa.');
    },
    pin: async (request) => {
      await release.pin(idOf(request), request.input.phienBan);
      return done(request, 'Đã đổi bài ghim ở đầu trang Tin tức và trang chủ.');
    },
    askRemove: ask('remove'),
    remove: async (request) => {
      await editor.remove(idOf(request));
      request.session.flash({ kind: 'ok', text: 'Đã xóa bản nháp.' });
      return redirect(paths.desk);
    },
    begin: async (request) => redirect(paths.edit((await queries.open(idOf(request))).article.id)),
  };
};
