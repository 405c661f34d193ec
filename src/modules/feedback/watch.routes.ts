import { access, get, post, type Handler, type Route } from '../../core/http/route.js';
import type { Clock } from '../../core/clock.js';
import { figureQuery, type FigureController } from './figure.controller.js';
import type { InvitationController } from './invitation.controller.js';
import { watchPaths as paths } from './paths.js';
import { FIGURES, HANDLE, LEAD, MANAGE, WATCH } from './permission.rules.js';
import type { WatchController } from './watch.controller.js';
import { extendForm, inviteForm, replyForm, urgeForm, watchQuery } from './watch.schema.js';
import type { TopicAdminController } from './topic-admin.controller.js';
import { topicForm } from './topic-admin.schema.js';
import { stepForm } from './work.schema.js';

export interface WatchControllers {
  readonly watch: WatchController;
  readonly invitations: InvitationController;
  readonly figures: FigureController;
  readonly topics: TopicAdminController;
  readonly clock: Clock;
}

const [handle, lead] = [access.can(HANDLE), access.can(LEAD)];
const [watching, manage] = [access.can(WATCH), access.can(MANAGE)];

const topicRoutes = ({ list, show, change }: TopicAdminController): Route[] => [
  get(paths.topics, { access: manage, handler: list }),
  get(paths.topic(':code'), { access: manage, handler: show }),
  post(paths.topic(':code'), { access: manage, form: topicForm, reshow: show, handler: change }),
];

/** Coordination, monitors, deadlines. `again` shows the page of a case after a form that could not be used. */
export const watchRoutes = (
  { watch, invitations, figures, topics, clock }: WatchControllers,
  again: Handler,
): Route[] => {
  const id = ':id';
  const counted = { access: access.can(FIGURES), form: figureQuery, reshow: figures.again };
  const replyAgain = invitations.replyAgain(again);
  return [
    ...topicRoutes(topics),
    get(paths.watched(), { access: watching, form: watchQuery, reshow: watch.listAgain, handler: watch.list }),
    post(paths.urge(id), {
      access: watching,
      keepTyped: true,
      reshow: again,
      form: urgeForm(() => clock.now()),
      handler: watch.urge,
    }),
    get(paths.figures(), { ...counted, handler: figures.show }),
    get(paths.figuresCsv(), { ...counted, handler: figures.csv }),
    get(paths.figuresXlsx(), { ...counted, handler: figures.xlsx }),
    get(paths.evidence(id), { access: lead, handler: watch.pack }),
    get(paths.watchedEvidence(id), { access: watching, handler: watch.pack }),
    get(paths.invited(), { access: handle, handler: invitations.list }),
    post(paths.accept(id), { access: handle, handler: invitations.accept }),
    post(paths.reply(id), {
      access: handle,
      keepTyped: true,
      reshow: replyAgain,
      form: replyForm,
      handler: invitations.reply,
    }),
    post(paths.invite(id), {
      access: handle,
      keepTyped: true,
      reshow: again,
      form: inviteForm,
      handler: invitations.invite,
    }),
    post(paths.withdraw(id, ':invitation'), {
      access: handle,
      reshow: again,
      form: stepForm,
      handler: invitations.withdraw,
    }),
    post(paths.extend(id), {
      access: lead,
      keepTyped: true,
      reshow: again,
      form: extendForm,
      handler: watch.extend,
    }),
  ];
};
