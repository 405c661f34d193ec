import { Op, type WhereOptions } from 'sequelize';
import {
  dossierDecided,
  type DossierRef,
  type DossierSteps,
  type NewPicture,
  type Refusal,
} from '../../contracts/registration.js';
import { dayOf } from '../../core/clock.js';
import { currentContext, type Actor } from '../../core/context.js';
import { ConflictError, NotFoundError } from '../../core/errors.js';
import { newId, randomCode } from '../../core/ids.js';
import type { ModuleContext } from '../../core/module.js';
import { conflictSentence } from './conflict.rules.js';
import { doomedFilesOf } from './doomed-file.service.js';
import type { DossierRow } from './dossier.model.js';
import { writeHistory } from './history.service.js';
import { paths } from './paths.js';
import { OPEN_STATES, transitions, type Step } from './registration.rules.js';
import type { Tables } from './tables.js';

type Change = Partial<DossierRow>;
type Where = WhereOptions<DossierRow>;

/** Steps of officers. Each is one conditional update: whoever comes second gets a ConflictError that names the first. */
export class Steps implements DossierSteps {
  private readonly history;
  private readonly files;

  constructor(
    private readonly ctx: ModuleContext,
    private readonly tables: Tables,
  ) {
    this.history = writeHistory(tables, ctx.clock);
    this.files = doomedFilesOf(ctx, tables);
  }

  handIn(ref: DossierRef, papersSeen: string): Promise<void> {
    return this.ctx.uow.run(async () => {
      await this.move('handIn', ref, { handedInAt: this.now, handedInBy: this.actor.name, papersSeen }, this.inTime);
      await this.history(ref.id, 'Nộp hồ sơ có chữ ký', `Đã đối chiếu: ${papersSeen}`);
    });
  }

  take(ref: DossierRef): Promise<void> {
    return this.ctx.uow.run(async () => {
      const { id: reviewerId, name: reviewerName } = this.actor;
      await this.move('take', ref, { reviewerId, reviewerName, reviewedAt: this.now });
      await this.history(ref.id, 'Nhận xử lý');
    });
  }

  release(ref: DossierRef): Promise<void> {
    return this.ctx.uow.run(async () => {
      await this.move('release', ref, { reviewerId: null, reviewerName: null, reviewedAt: null });
      await this.history(ref.id, 'Thôi xử lý');
    });
  }

  receive(ref: DossierRef, agencyCode: string): Promise<void> {
    return this.ctx.uow.run(async () => {
      const before = await this.agencyOf(ref.id);
      await this.move('receive', ref, { agencyCode }, { ...this.inTime, agencyCode: { [Op.ne]: agencyCode } });
      await this.history(ref.id, 'Nhận hồ sơ của cơ quan khác', `Từ ${before} về ${agencyCode}`);
    });
  }

  approve(ref: DossierRef): Promise<void> {
    return this.ctx.uow.run(async () => {
      const set: Change = { assessment: 'valid', reason: null };
      await this.move('approve', ref, { ...set, decidedAt: this.now, decidedByName: this.actor.name });
      await this.history(ref.id, 'Duyệt hồ sơ');
      await this.publish(ref.id, 'approved');
    });
  }

  refuse(ref: DossierRef, refusal: Refusal): Promise<{ repairCode: string; repairLink: string }> {
    return this.ctx.uow.run(async () => {
      const repairCode = randomCode(8);
      await this.move('refuse', ref, {
        assessment: 'invalid',
        decidedAt: this.now,
        decidedByName: this.actor.name,
        reason: refusal.reason,
        wrongFields: JSON.stringify(refusal.fields),
        withoutNewPaper: refusal.withoutNewPaper,
        repairHash: this.ctx.keyedHash('registration.repair', repairCode),
      });
      await this.history(ref.id, 'Từ chối', refusal.reason);
      await this.publish(ref.id, 'refused');
      return { repairCode, repairLink: `${this.ctx.publicUrl}${paths.track}` };
    });
  }

  note(id: string, title: string, note: string): Promise<void> {
    return this.ctx.uow.run(() => this.history(id, title, note));
  }

  async storePicture(bytes: Buffer): Promise<string> {
    const [fileId = ''] = await this.files.put([bytes]);
    return fileId;
  }

  replacePicture(ref: DossierRef, picture: NewPicture): Promise<void> {
    return this.ctx.uow.run(async () => {
      await this.claim(ref, {}, { state: { [Op.in]: [...OPEN_STATES] } });
      const { pictures } = this.tables;
      await pictures.change({ current: false }, { dossierId: ref.id, kind: picture.kind, current: true });
      const added = { addedAt: this.now, addedBy: this.actor.name, current: true, rotation: 0 };
      await pictures.insert({ id: newId(), dossierId: ref.id, ...picture, ...added });
      await this.files.spare([picture.fileId]);
      await this.history(ref.id, 'Thay ảnh', picture.name);
    });
  }

  rotatePicture(dossierId: string, pictureId: string, rotation: number): Promise<void> {
    return this.ctx.uow.run(async () => {
      await this.tables.pictures.change({ rotation }, { id: pictureId, dossierId });
    });
  }

  private get now(): Date {
    return this.ctx.clock.now();
  }

  private get actor(): Actor {
    return currentContext().actor;
  }

  /** Until 24:00 of the last day. */
  private get inTime(): { lastDay: { [Op.gte]: string } } {
    return { lastDay: { [Op.gte]: dayOf(this.now) } };
  }

  /** Moves the dossier along a transition; `extra` narrows the condition further. */
  private move(step: Step, ref: DossierRef, set: Change, extra: Where = {}): Promise<void> {
    const { from, to } = transitions[step];
    return this.claim(ref, { ...set, state: to }, { state: from, ...(extra as object) });
  }

  private async claim({ id, version }: DossierRef, set: Change, where: object): Promise<void> {
    const changed = await this.tables.dossiers.change({ ...set, version: version + 1 }, { id, version, ...where });
    if (changed !== 1) throw await this.conflict(id);
  }

  private async conflict(id: string): Promise<Error> {
    const dossier = await this.tables.dossiers.one({ id });
    if (!dossier) return new NotFoundError();
    const [last] = await this.tables.history.many({ dossierId: id }, { order: [['id', 'DESC']], limit: 1 });
    return new ConflictError(conflictSentence(dossier, last, this.now));
  }

  private async agencyOf(id: string): Promise<string> {
    return (await this.tables.dossiers.one({ id }, { columns: ['agencyCode'] }))?.agencyCode ?? '';
  }

  private async publish(id: string, state: 'approved' | 'refused'): Promise<void> {
    const agencyCode = await this.agencyOf(id);
    await this.ctx.outbox.publish(dossierDecided, {
      dossierId: id,
      agencyCode,
      state,
      decidedAt: this.now.toISOString(),
    });
  }
}
