import { z } from 'zod';
import { access, get, post, type Route } from '../../core/http/route.js';
import type { AnswerController } from './answer.controller.js';
import type { CaseController } from './case.controller.js';
import type { CaseFileController } from './case-file.controller.js';
import { FILE_FIELDS, MAX_FILE_BYTES } from './file.rules.js';
import { workPaths as paths } from './paths.js';
import type { DeskIntakeController } from './desk-intake.controller.js';
import { deskIntakeForm } from './desk-intake.schema.js';
import { listQuery } from './list.schema.js';
import { HANDLE, LEAD, SEE } from './permission.rules.js';
import type { TemplateController } from './template.controller.js';
import { templateChangeForm, templateForm } from './template.schema.js';
import type { WorkListController } from './work-list.controller.js';
import {
  answerForm,
  askForm,
  assignForm,
  caseQuery,
  classifyForm,
  from,
  mergeForm,
  noteForm,
  redirectForm,
  spamForm,
  stepForm,
} from './work.schema.js';

export interface WorkControllers {
  readonly cases: CaseController;
  readonly answers: AnswerController;
  readonly files: CaseFileController;
  readonly lists: WorkListController;
  readonly desk: DeskIntakeController;
  readonly templates: TemplateController;
}

const handle = access.can(HANDLE);
const lead = access.can(LEAD);
const back = z.object({ tu: from });
const see = access.can(SEE);
const upload = { fields: FILE_FIELDS, maxBytes: MAX_FILE_BYTES };

/** Lists, intake, and texts to begin an answer with. */
const listRoutes = ({ lists, desk, templates }: WorkControllers): Route[] => [
  get(paths.list(), { access: handle, form: listQuery, reshow: lists.again, handler: lists.show }),
  get(paths.csv(), { access: handle, form: listQuery, reshow: lists.again, handler: lists.csv }),
  get(paths.intake, { access: handle, handler: desk.form }),
  post(paths.intake, {
    access: handle,
    keepTyped: true,
    upload,
    form: deskIntakeForm,
    reshow: desk.form,
    handler: desk.receive,
  }),
  get(paths.templates, { access: lead, handler: templates.list }),
  post(paths.templates, { access: lead, form: templateForm, reshow: templates.list, handler: templates.add }),
  get(paths.template(':id'), { access: lead, handler: templates.form }),
  post(paths.template(':id'), {
    access: lead,
    form: templateChangeForm,
    reshow: templates.form,
    handler: templates.change,
  }),
];

/** Officers' work on one case. These addresses come last: `:id` would take those of the lists. */
const caseRoutes = ({ cases, answers, files, desk }: WorkControllers): Route[] => {
  const id = ':id';
  const form = { access: handle, reshow: cases.again };
  return [
    get(paths.case(id), { access: see, form: caseQuery, reshow: cases.again, handler: cases.show }),
    get(paths.slip(id), { access: handle, handler: desk.slip }),
    get(paths.file(id, ':fileId'), { access: see, handler: files.send }),
    post(paths.classify(id), { ...form, form: classifyForm, handler: cases.classify }),
    post(paths.assign(id), { ...form, form: assignForm, handler: cases.assign }),
    post(paths.take(id), { ...form, form: stepForm, handler: cases.take }),
    post(paths.release(id), { ...form, form: stepForm, handler: cases.release }),
    post(paths.ask(id), { ...form, keepTyped: true, form: askForm, handler: cases.ask }),
    post(paths.note(id), { ...form, keepTyped: true, form: noteForm, handler: cases.note }),
    post(paths.answer(id), {
      access: handle,
      reshow: answers.again,
      keepTyped: true,
      upload,
      form: answerForm,
      handler: answers.answer,
    }),
    post(paths.merge(id), { ...form, form: mergeForm, handler: cases.merge }),
    post(paths.spam(id), { ...form, form: spamForm, handler: cases.spam }),
    post(paths.redirect(id), { ...form, keepTyped: true, form: redirectForm, handler: cases.redirect }),
    post(paths.resend(id, ':messageId'), { ...form, form: back, handler: files.resend }),
  ];
};

export const workRoutes = (controllers: WorkControllers): Route[] => [
  ...listRoutes(controllers),
  ...caseRoutes(controllers),
];
