import { Op } from 'sequelize';
import { dossierDecided, type DossierRef, type DossierSteps, type Refusal } from '../../contracts/registration.js';
import { dayOf } from '../../core/clock.js';
import { currentContext } from '../../core/context.js';
import { ConflictError, NotFoundError } from '../../core/errors.js';
import { newId, randomCode } from '../../core/ids.js';
import type { ModuleContext } from '../../core/module.js';
import { conflictSentence } from './conflict.rules.js';
import type { DossierRow } from './dossier.model.js';
import { writeHistory } from './history.service.js';
import { paths } from './paths.js';
import { OPEN_STATES, transitions, type Step } from './registration.rules.js';
import type { Tables } from './tables.js';

type Change = Partial<DossierRow>;
type Where = Parameters<Tables['dossiers']['change']>[1];

/** Steps of officers. Each is one conditional update: whoever comes second gets a ConflictError that names the first. */
export const stepsOf = (ctx: ModuleContext, tables: Tables): DossierSteps => {
  const history = writeHistory(tables, ctx.clock);

  const conflict = async (id: string): Promise<Error> => {
    const dossier = await tables.dossiers.one({ id });
    if (!dossier) return new NotFoundError();
    const last = (await tables.history.many({ dossierId: id }, { order: [['id', 'DESC']], limit: 1 }))[0];
    return new ConflictError(conflictSentence(dossier, last, ctx.clock.now()));
  };

  const claim = async (ref: DossierRef, set: Change, where: Where): Promise<void> => {
    const changed = await tables.dossiers.change(
      { ...set, version: ref.version + 1 },
      { id: ref.id, version: ref.version, ...(where as object) } as Where,
    );
    if (changed !== 1) throw await conflict(ref.id);
  };

  /** Moves the dossier along a transition; `extra` narrows the condition further. */
  const move = (step: Step, ref: DossierRef, set: Change = {}, extra: Where = {}): Promise<void> => {
    const { from, to } = transitions[step];
    return claim(ref, { ...set, state: to }, { state: from, ...(extra as object) } as Where);
  };

  const actor = () => currentContext().actor;

  const decided = async (id: string, state: 'approved' | 'refused'): Promise<void> => {
    const dossier = await tables.dossiers.one({ id }, { columns: ['id', 'agencyCode'] });
    const payload = { dossierId: id, agencyCode: dossier?.agencyCode ?? '', state, decidedAt: ctx.clock.now().toISOString() };
    await ctx.outbox.publish(dossierDecided, payload);
  };

  const stillInTime = (): Where => ({ lastDay: { [Op.gte]: dayOf(ctx.clock.now()) } }) as Where;

  const refuse = async (ref: DossierRef, refusal: Refusal) => {
    const repairCode = randomCode(8);
    await move('refuse', ref, {
      assessment: 'invalid',
      decidedAt: ctx.clock.now(),
      decidedByName: actor().name,
      reason: refusal.reason,
      wrongFields: JSON.stringify(refusal.fields),
      withoutNewPaper: refusal.withoutNewPaper,
      repairHash: ctx.keyedHash('registration.repair', repairCode),
    });
    await history(ref.id, 'Từ chối', refusal.reason);
    await decided(ref.id, 'refused');
    return { repairCode, repairLink: `${ctx.publicUrl}${paths.track}` };
  };

  const replacePicture: DossierSteps['replacePicture'] = async (ref, picture) => {
    await claim(ref, {}, { state: { [Op.in]: [...OPEN_STATES] } } as Where);
    await tables.pictures.change({ current: false }, { dossierId: ref.id, kind: picture.kind, current: true });
    const added = { addedAt: ctx.clock.now(), addedBy: actor().name, current: true, rotation: 0 };
    await tables.pictures.insert({ id: newId(), dossierId: ref.id, ...picture, ...added });
    await history(ref.id, 'Thay ảnh', picture.name);
  };

  return {
    handIn: (ref, papersSeen) =>
      ctx.uow.run(async () => {
        const set = { handedInAt: ctx.clock.now(), handedInBy: actor().name, papersSeen };
        await move('handIn', ref, set, stillInTime());
        await history(ref.id, 'Nộp hồ sơ có chữ ký', `Đã đối chiếu: ${papersSeen}`);
      }),
    take: (ref) =>
      ctx.uow.run(async () => {
        await move('take', ref, { reviewerId: actor().id, reviewerName: actor().name, reviewedAt: ctx.clock.now() });
        await history(ref.id, 'Nhận xử lý');
      }),
    release: (ref) =>
      ctx.uow.run(async () => {
        await move('release', ref, { reviewerId: null, reviewerName: null, reviewedAt: null });
        await history(ref.id, 'Thôi xử lý');
      }),
    receive: (ref, agencyCode) =>
      ctx.uow.run(async () => {
        const before = await tables.dossiers.one({ id: ref.id }, { columns: ['id', 'agencyCode'] });
        await move('receive', ref, { agencyCode }, { agencyCode: { [Op.ne]: agencyCode }, ...(stillInTime() as object) } as Where);
        await history(ref.id, 'Nhận hồ sơ của cơ quan khác', `Từ ${before?.agencyCode ?? ''} về ${agencyCode}`);
      }),
    approve: (ref) =>
      ctx.uow.run(async () => {
        await move('approve', ref, { assessment: 'valid', decidedAt: ctx.clock.now(), decidedByName: actor().name, reason: null });
        await history(ref.id, 'Duyệt hồ sơ');
        await decided(ref.id, 'approved');
      }),
    refuse: (ref, refusal) => ctx.uow.run(() => refuse(ref, refusal)),
    note: (id, title, note) => ctx.uow.run(() => history(id, title, note)),
    replacePicture: (ref, picture) => ctx.uow.run(() => replacePicture(ref, picture)),
    rotatePicture: (dossierId, pictureId, rotation) =>
      ctx.uow.run(async () => void (await tables.pictures.change({ rotation }, { id: pictureId, dossierId }))),
  };
};
