import type { Agencies } from '../../contracts/organisation.js';
import { InvalidError, NotFoundError } from '../../core/errors.js';
import { dateTime, date } from '../../core/http/format.js';
import { page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import { newSecret } from '../../core/ids.js';
import { idOf } from './case.controller.js';
import type { DeskIntakeInput } from './desk-intake.schema.js';
import type { DeskIntake } from './desk-intake.service.js';
import type { KeptFiles } from './kept-file.service.js';
import { workPaths } from './paths.js';
import type { Standings } from './standing.queries.js';
import type { TopicQueries } from './topic.queries.js';
import type { Viewing } from './viewing.service.js';

export interface DeskIntakeControllerParts {
  readonly desk: DeskIntake;
  readonly topics: TopicQueries;
  readonly agencies: Agencies;
  readonly standings: Standings;
  readonly viewing: Viewing;
  readonly kept: KeptFiles;
  readonly publicUrl: string;
}

/** Intake by phone and at the desk, and the slip with the code that the citizen takes along. */
export const deskIntakeController = (parts: DeskIntakeControllerParts) => {
  const { desk, topics, agencies, standings, viewing, kept, publicUrl } = parts;

  /** Files wait for the form of this officer. */
  const filesOf = ({ actor }: PageRequest, formKey: string): string => `desk ${actor.id} ${formKey}`;

  const form: Handler = async (request: PageRequest): Promise<Reply> => {
    const { actor, retry, files } = request;
    const own = await agencies.find(actor.attributes['agencyCode'] ?? '');
    const codes = own
      ? await agencies.subtree(own.parentCode && own.level === 'local' ? own.parentCode : own.code)
      : [];
    const offices = await agencies.those(codes);
    const sent = [retry?.values['formKey'] ?? ''].flat()[0] ?? '';
    const formKey = /^[A-Za-z0-9_-]{22}$/.test(sent) ? sent : newSecret();
    const key = filesOf(request, formKey);
    const faults = await kept.receive(key, { files, crossed: retry?.values['boTep'] });
    return page('feedback/intake', {
      title: 'Tiếp nhận phản ánh',
      list: workPaths.list(),
      action: workPaths.intake,
      formKey,
      files: await kept.fields(key),
      ...(retry && { retry: { ...retry, faults: [...retry.faults, ...faults] } }),
      topics: (await topics.offered()).map(({ code, name }) => ({ value: code, text: name })),
      offices: offices.map(({ code, shortName }) => ({ value: code, text: shortName })),
    });
  };

  const receive: Handler<DeskIntakeInput> = async (request) => {
    const { input, files, session } = request;
    const key = filesOf(request, input.formKey);
    const faults = await kept.receive(key, { files, crossed: input.boTep });
    if (faults.length) throw new InvalidError(faults);
    const { id, code } = await desk.receive(input, await kept.contents(key));
    await kept.forget(key);
    session.flash({ kind: 'ok', text: `Đã tiếp nhận phản ánh ${code}. Đưa hoặc đọc mã này cho người dân.` });
    return redirect(workPaths.slip(id));
  };

  /** Code and way to follow it, on paper. */
  const slip: Handler = async (request) => {
    const { row, standing } = await standings.find(idOf(request), request.actor);
    if (standing !== 'owner') throw new NotFoundError();
    await viewing.viewed(row);
    const keeper = await agencies.find(row.ownerAgency);
    return page('feedback/slip', {
      layout: 'print',
      title: `Phiếu tiếp nhận phản ánh ${row.code}`,
      code: row.code,
      heading: row.title,
      sender: row.anonymous ? 'Người gửi ẩn danh' : row.senderName,
      receivedAt: dateTime(row.receivedAt),
      receivedBy: row.receivedBy,
      lastDay: date(row.answerBy),
      keeper: keeper?.name ?? row.ownerAgency,
      follow: `${publicUrl}/phan-anh/tra-cuu`,
      back: workPaths.case(row.id),
    });
  };

  return { form, receive, slip };
};
export type DeskIntakeController = ReturnType<typeof deskIntakeController>;
