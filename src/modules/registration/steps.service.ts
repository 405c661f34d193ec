import { Op, type WhereOptions } from 'sequelize';
import type { DossierRef, DossierSteps, NewPicture, Refusal } from '../../contracts/registration.js';
import { dayOf } from '../../core/clock.js';
import { currentContext, type Actor } from '../../core/context.js';
import { ConflictError, NotFoundError } from '../../core/errors.js';
import { createDoomedFiles } from '../../core/files/doomed-files.js';
import { newId } from '../../core/ids.js';
import type { ModuleContext } from '../../core/module.js';
import { closerOf, tellDecided } from './closing.service.js';
import { conflictSentence } from './conflict.rules.js';
import type { DossierRow } from './dossier.model.js';
import { writeHistory } from './history.service.js';
import { repairKeysOf } from './repair-key.service.js';
import { OPEN_STATES, transitions, type Step } from './registration.rules.js';
import type { Tables } from './tables.js';

type Change = Partial<DossierRow>;
type Where = WhereOptions<DossierRow>;

const NO_REPAIR = { repairHash: null, told: { repairCode: '', repairLink: '' } };

/** Steps of officers. Each is one conditional update: whoever comes second gets a ConflictError that names the first. */
export class Steps implements DossierSteps {
  private readonly history;
  private readonly files;
  private readonly close;
  private readonly keys;

  constructor(
    private readonly ctx: ModuleContext,
    private readonly tables: Tables,
  ) {
    this.history = writeHistory(tables, ctx.clock);
    this.files = createDoomedFiles(ctx, tables.doomed);
    this.close = closerOf(ctx, tables);
    this.keys = repairKeysOf(ctx);
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
      const before = (await this.factsOf(ref.id)).agencyCode;
      await this.move('receive', ref, { agencyCode }, { ...this.inTime, agencyCode: { [Op.ne]: agencyCode } });
      await this.history(ref.id, 'Nhận hồ sơ của cơ quan khác', `Từ ${before} về ${agencyCode}`);
    });
  }

  approve(ref: DossierRef): Promise<void> {
    return this.ctx.uow.run(async () => {
      const set: Change = { assessment: 'valid', reason: null, openKey: null };
      await this.move('approve', ref, { ...set, decidedAt: this.now, decidedByName: this.actor.name });
      await this.history(ref.id, 'Duyệt hồ sơ');
      await this.publish(ref.id, 'approved');
    });
  }

  refuse(ref: DossierRef, refusal: Refusal): Promise<{ repairCode: string; repairLink: string }> {
    return this.ctx.uow.run(async () => {
      // Only a declaration is corrected; whoever asked for a change asks anew.
      const repair = (await this.factsOf(ref.id)).kind === 'new' ? this.keys.fresh(ref.id) : NO_REPAIR;
      await this.move('refuse', ref, {
        assessment: 'invalid',
        decidedAt: this.now,
        decidedByName: this.actor.name,
        reason: refusal.reason,
        wrongFields: JSON.stringify(refusal.fields),
        withoutNewPaper: refusal.withoutNewPaper,
        repairHash: repair.repairHash,
        openKey: null,
      });
      await this.history(ref.id, 'Từ chối', refusal.reason);
      await this.publish(ref.id, 'refused');
      return repair.told;
    });
  }

  renewRepair(ref: DossierRef): Promise<{ repairCode: string; repairLink: string }> {
    return this.ctx.uow.run(async () => {
      const { repairHash, told } = this.keys.fresh(ref.id);
      await this.claim(ref, { repairHash }, { state: 'refused', kind: 'new', purgedAt: null });
      await this.history(ref.id, 'Cấp mã sửa hồ sơ mới', 'Mã và liên kết trước đó không còn hiệu lực');
      return told;
    });
  }

  async cancelChanges(insuranceNumber: string, reason: string): Promise<number> {
    const closing = { where: { insuranceNumber, kind: 'change' }, title: 'Hủy yêu cầu', reason, by: this.actor.name };
    return (await this.ctx.uow.run(() => this.close(closing))).length;
  }

  note(id: string, title: string, note: string): Promise<void> {
    return this.ctx.uow.run(() => this.history(id, title, note));
  }

  async storePicture(bytes: Buffer): Promise<string> {
    const [fileId = ''] = await this.files.put([bytes]);
    return fileId;
  }

  replacePicture(ref: DossierRef, picture: NewPicture): Promise<void> {
    return this.exchange(ref, picture, { state: { [Op.in]: [...OPEN_STATES] } });
  }

  replaceApprovedPicture(ref: DossierRef, picture: NewPicture): Promise<void> {
    return this.exchange(ref, picture, { state: 'approved', purgedAt: null });
  }

  rotatePicture(dossierId: string, pictureId: string, rotation: number): Promise<void> {
    return this.ctx.uow.run(async () => {
      await this.tables.pictures.change({ rotation }, { id: pictureId, dossierId });
    });
  }

  /** The new picture takes the place of the current one of its kind, which stays in the history. */
  private exchange(ref: DossierRef, picture: NewPicture, where: object): Promise<void> {
    return this.ctx.uow.run(async () => {
      await this.claim(ref, {}, where);
      const { pictures } = this.tables;
      await pictures.change({ current: false }, { dossierId: ref.id, kind: picture.kind, current: true });
      const added = { addedAt: this.now, addedBy: this.actor.name, current: true, rotation: 0 };
      await pictures.insert({ id: newId(), dossierId: ref.id, ...picture, ...added });
      await this.files.spare([picture.fileId]);
      await this.history(ref.id, 'Thay ảnh', picture.name);
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

  /** What no step but `receive` changes. */
  private async factsOf(id: string): Promise<Pick<DossierRow, 'id' | 'kind' | 'agencyCode'>> {
    const row = await this.tables.dossiers.one({ id }, { columns: ['id', 'kind', 'agencyCode'] });
    if (!row) throw new NotFoundError();
    return row;
  }

  private async publish(id: string, state: 'approved' | 'refused'): Promise<void> {
    await tellDecided(this.ctx, await this.factsOf(id), state);
  }
}
