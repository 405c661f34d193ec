import { UniqueConstraintError } from 'sequelize';
import type { CodeGuess, CodePayload, Codes, CodeVerdict } from '../../contracts/auth.js';
import type { Messenger } from '../../contracts/notification.js';
import { dossierDeclared, type DossierChange } from '../../contracts/registration.js';
import { dayOf } from '../../core/clock.js';
import { ConflictError, InvalidError, NotFoundError } from '../../core/errors.js';
import type { ModuleContext } from '../../core/module.js';
import { closerOf } from './closing.service.js';
import { wordsOf } from './dossier-parts.model.js';
import type { DossierRow } from './dossier.model.js';
import { writeHistory } from './history.service.js';
import type { OnFile } from './on-file.queries.js';
import { dossierNumber } from './registration.rules.js';
import { toRequest } from './request.mapper.js';
import {
  changesOf,
  isRequest,
  openKeyOf,
  PERSON,
  requestWords,
  WITHDRAWN,
  type Contact,
  type RequestKind,
} from './request.rules.js';
import { sequenceOf } from './sequence.service.js';
import type { Tables } from './tables.js';

export interface RequestParts {
  readonly tables: Tables;
  readonly codes: Codes;
  readonly messenger: Messenger;
}

/** What somebody asks for, from a checked form. */
export interface NewRequest {
  readonly kind: RequestKind;
  readonly onFile: OnFile;
  /** Wanted contact data, empty where nothing changes. */
  readonly wanted: Contact;
  readonly formKey: string;
  /** How it was confirmed, for the history. */
  readonly note: string;
}

const OPEN: Readonly<Record<RequestKind, string>> = {
  change: 'Bạn đang có một yêu cầu thay đổi thông tin chờ xử lý. Hãy rút yêu cầu đó nếu muốn gửi yêu cầu khác.',
  stop: 'Bạn đang có một yêu cầu ngừng sử dụng chờ xử lý.',
};
const DECIDED = 'Yêu cầu này đã có kết quả nên không rút được nữa. Tải lại trang để xem kết quả.';
const UNKNOWN = 'Chưa đọc được thông tin của bạn trong Hệ thống HGĐ. Hãy thử lại sau, hoặc đến cơ quan BHXH gần nhất.';
const NOTHING = 'Bạn chưa nhập thông tin nào khác với hiện tại. Hãy điền ít nhất một mục cần đổi.';

/** Requests of people with an account: other contact data, or the end of the account. */
export class Requests {
  private readonly sequence;
  private readonly history;
  private readonly close;

  constructor(
    private readonly ctx: ModuleContext,
    private readonly parts: RequestParts,
  ) {
    this.sequence = sequenceOf(ctx.uow, parts.tables);
    this.history = writeHistory(parts.tables, ctx.clock);
    this.close = closerOf(ctx, parts.tables);
  }

  /**
   * Whether this very form has become a request already; refuses what cannot become one: nothing changes, or another
   * one is open. Codes are sent only after that.
   */
  async check(request: NewRequest): Promise<'known' | 'new'> {
    const { kind, onFile, formKey } = request;
    const { dossiers } = this.parts.tables;
    const { insuranceNumber } = onFile.account;
    const open = await dossiers.one({ openKey: openKeyOf(insuranceNumber, kind) }, { columns: ['id'] });
    // Looked at after the open one: where that one comes from this form, this is seen here.
    const receivedHash = this.hashOf(formKey, kind, insuranceNumber);
    if (await dossiers.one({ receivedHash }, { columns: ['id'] })) return 'known';
    if (kind === 'change' && this.changes(request).length === 0)
      throw new InvalidError([{ field: '', message: NOTHING }]);
    if (open) throw new ConflictError(OPEN[kind]);
    this.dossierOf(request);
    return 'new';
  }

  /** Makes the dossier; the same form sent again makes no second one. */
  async submit(request: NewRequest): Promise<void> {
    await this.openSequence(request.onFile);
    await this.ctx.uow.run(() => this.write(request)).catch((error: unknown) => this.wasFirst(request, error));
  }

  /** The same once every code is right: `read` makes the request of what waited with the first code. */
  async confirm(
    guesses: readonly CodeGuess[],
    onFile: OnFile,
    read: (payload: CodePayload) => NewRequest,
  ): Promise<CodeVerdict<void>> {
    await this.openSequence(onFile);
    let request: NewRequest | undefined;
    const act = (payload: CodePayload): Promise<void> => this.write((request = read(payload)));
    return this.parts.codes.confirm(guesses, act).catch(async (error: unknown) => {
      if (!request) throw error;
      await this.wasFirst(request, error);
      return { kind: 'right', value: undefined };
    });
  }

  /** Takes an open request back, whether or not an officer has begun with it. Done again it changes nothing. */
  async withdraw(id: string, insuranceNumber: string): Promise<RequestKind> {
    const { kind, number } = await this.own(id, insuranceNumber);
    await this.ctx.uow.run(async () => {
      const where = { id, insuranceNumber };
      const ended = await this.close({ where, title: 'Rút yêu cầu', reason: WITHDRAWN, by: PERSON });
      if (ended.length === 0) return this.requireWithdrawn(id, insuranceNumber);
      const subject = { kind: 'dossier', id, label: number };
      await this.ctx.audit.record({ action: 'registration.request-withdrawn', subject, person: insuranceNumber });
    });
    return kind;
  }

  private async own(id: string, insuranceNumber: string): Promise<DossierRow & { kind: RequestKind }> {
    const row = await this.parts.tables.dossiers.one({ id, insuranceNumber });
    if (!row || !isRequest(row)) throw new NotFoundError();
    return row;
  }

  private async requireWithdrawn(id: string, insuranceNumber: string): Promise<void> {
    if ((await this.own(id, insuranceNumber)).reason !== WITHDRAWN) throw new ConflictError(DECIDED);
  }

  private changes({ onFile, wanted }: NewRequest): DossierChange[] {
    return changesOf(onFile.contact, wanted);
  }

  private dossierOf(request: NewRequest): Omit<DossierRow, 'number'> {
    const { kind, onFile, formKey } = request;
    const { insuranceNumber, phone } = onFile.account;
    const receivedHash = this.hashOf(formKey, kind, insuranceNumber);
    const phoneHash = this.ctx.keyedHash('registration.phone', phone);
    const facts = { kind, changes: this.changes(request), receivedHash, phoneHash, now: this.ctx.clock.now() };
    const dossier = toRequest(onFile, facts);
    if (!dossier) throw new ConflictError(UNKNOWN);
    return dossier;
  }

  private hashOf(formKey: string, kind: RequestKind, insuranceNumber: string): string {
    return this.ctx.keyedHash('registration.request', `${formKey} ${kind} ${insuranceNumber}`);
  }

  /** The same form, or another one of this person, got in at the same moment. */
  private async wasFirst(request: NewRequest, error: unknown): Promise<void> {
    if (!(error instanceof UniqueConstraintError)) throw error;
    if ((await this.check(request)) === 'new') throw error;
  }

  private sequenceName({ agencyCode }: OnFile): string {
    return `${this.year}/${agencyCode}`;
  }

  private get year(): string {
    return dayOf(this.ctx.clock.now()).slice(0, 4);
  }

  private openSequence(onFile: OnFile): Promise<void> {
    return this.sequence.open(this.sequenceName(onFile));
  }

  private async write(request: NewRequest): Promise<void> {
    if ((await this.check(request)) === 'known') return;
    const { tables, messenger } = this.parts;
    const { kind, onFile, note } = request;
    const dossier = this.dossierOf(request);
    const number = dossierNumber(await this.sequence.next(this.sequenceName(onFile)), this.year, onFile.agencyCode);
    const { id, insuranceNumber: person, agencyCode, declaredAt } = dossier;
    await tables.dossiers.insert({ ...dossier, number });
    await tables.words.insertMany(wordsOf(dossier));
    await this.history(id, `Gửi yêu cầu ${requestWords[kind]}`, note);
    const subject = { kind: 'dossier', id, label: number };
    const details = kind === 'change' ? { fields: this.changes(request).map(({ field }) => field) } : {};
    await this.ctx.audit.record({ action: `registration.${kind}-requested`, subject, person, details });
    const variables = { dossierNumber: number, what: requestWords[kind] };
    const message = { variables, key: `requested:${id}`, subject, agencyCode };
    await messenger.tell(dossier, { ...message, template: 'change-received' });
    const event = { dossierId: id, agencyCode, declaredAt: declaredAt.toISOString() };
    await this.ctx.outbox.publish(dossierDeclared, event, { key: `declared:${id}` });
  }
}
