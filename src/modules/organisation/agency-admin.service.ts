import { ORGANISATION_TOPIC, type Agencies } from '../../contracts/organisation.js';
import type { Audit } from '../../core/audit/audit.js';
import { changesOf, type Change } from '../../core/audit/changes.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { Table } from '../../core/db/table.js';
import type { Topics } from '../../core/db/topics.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../core/errors.js';
import { date } from '../../core/http/format.js';
import type { Importer } from '../../core/import/importer.js';
import { lineOf, rowOf, type Cells } from '../../core/import/one-line.js';
import {
  cellsOf,
  closingFault,
  reasonFault,
  stampOf,
  SUBJECT,
  type agencyActs,
  type Closing,
} from './agency-admin.rules.js';
import type { AgencyAdminQueries } from './agency-admin.queries.js';
import type { AgencyRow } from './agency.model.js';
import { isOpenOn } from './agency.rules.js';

export interface AgencyAdminParts {
  readonly agencies: Agencies;
  readonly table: Table<AgencyRow>;
  readonly queries: AgencyAdminQueries;
  /** Its rules hold for what is typed, too. */
  readonly importer: Importer;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly topics: Topics;
}

/** Which agency, as it was shown. */
export interface Target {
  readonly code: string;
  /** When the row that was shown had been written, 0 for never. */
  readonly seen: number;
}

const MOVED = 'Cơ quan này vừa được người khác sửa. Hãy mở lại trang để xem bản mới, rồi làm lại.';
const NOT_HERE = 'Không có cơ quan mang mã này trong phạm vi quản trị của bạn.';

const whyOf = (cells: Cells): string => cells['lyDo'] ?? '';

const fault = (field: string, message: string): InvalidError => new InvalidError([{ field, message }]);

/** Agencies kept by administrators of their own one or of one above; each act with its reason goes into the audit. */
export class AgencyAdministration {
  constructor(private readonly parts: AgencyAdminParts) {}

  /** The codes within which `by` administers, as they are now in every process. */
  async reach(by: Actor): Promise<readonly string[]> {
    await this.parts.topics.stand([ORGANISATION_TOPIC]);
    return this.parts.agencies.subtree(by.attributes['agencyCode'] ?? '');
  }

  async find(by: Actor, code: string): Promise<AgencyRow> {
    const row = (await this.reach(by)).includes(code) ? await this.parts.queries.one(code) : undefined;
    if (!row) throw new NotFoundError(NOT_HERE);
    return row;
  }

  /** The cells have the reason beside them, as `lyDo`. */
  async add(by: Actor, cells: Cells): Promise<string> {
    const reach = await this.reach(by);
    return this.alone(async () => {
      const code = cells['ma_co_quan'] ?? '';
      const taken = /^\d{5}$/.test(code) && (await this.parts.queries.one(code));
      if (taken) throw fault('ma_co_quan', `Mã ${code} đã là ${taken.name}. Mã không dùng lại, hãy ghi mã khác.`);
      const row = await this.read(cells, reach);
      await this.parts.table.insert(row);
      const changes = this.differences({}, cellsOf(row));
      await this.note('organisation.agency-added', row, { why: whyOf(cells), changes });
      return row.code;
    });
  }

  async change(by: Actor, target: Target, cells: Cells): Promise<void> {
    const reach = await this.reach(by);
    await this.alone(async () => {
      const before = await this.shown(by, target);
      const after = await this.read({ ...cells, ma_co_quan: target.code }, reach, before);
      const changes = this.differences(cellsOf(before), cellsOf(after));
      if (changes.length === 0) return;
      await this.write(before, after);
      await this.note('organisation.agency-changed', after, { why: whyOf(cells), changes });
    });
  }

  async close(by: Actor, target: Target, { why, ...closing }: Closing & { why: string }): Promise<void> {
    const [own, reach] = [await this.parts.agencies.own(), await this.reach(by)];
    await this.alone(async () => {
      const before = await this.shown(by, target);
      if (before.code === own?.code)
        throw fault('denNgay', 'Cổng này là của chính cơ quan này, nên không ngừng được tại đây.');
      if (before.code === by.attributes['agencyCode'])
        throw fault('denNgay', 'Bạn thuộc cơ quan này. Hãy nhờ quản trị của cấp trên ngừng.');
      const { replacedBy } = closing;
      if (replacedBy !== null && !reach.includes(replacedBy) && replacedBy !== before.parentCode)
        throw fault('thayThe', 'Chọn cơ quan thay thế trong phạm vi quản trị của bạn.');
      const tree = new Map((await this.parts.queries.all()).map((row) => [row.code, row]));
      const wrong = closingFault(before, closing, tree);
      if (wrong) throw new InvalidError([wrong]);
      await this.end('organisation.agency-closed', before, { ...closing, why });
    });
  }

  async reopen(by: Actor, target: Target, why: string): Promise<void> {
    await this.alone(async () => {
      const before = await this.shown(by, target);
      const parent = before.parentCode === null ? undefined : await this.parts.queries.one(before.parentCode);
      if (parent && !isOpenOn(parent, dayOf(this.parts.clock.now())))
        throw new ConflictError(`Cấp trên ${parent.code} đã ngừng. Hãy đổi Cơ quan cấp trên trước.`);
      await this.end('organisation.agency-reopened', before, { validTo: null, replacedBy: null, why });
    });
  }

  /** One after the other, in every process: the row of the topic is the lock under which the tree is looked at. */
  private alone<T>(work: () => Promise<T>): Promise<T> {
    const { uow, topics } = this.parts;
    return uow.run(async () => {
      await topics.moveOn(ORGANISATION_TOPIC);
      return work();
    });
  }

  private async shown(by: Actor, { code, seen }: Target): Promise<AgencyRow> {
    const row = await this.find(by, code);
    if (stampOf(row) !== seen) throw new ConflictError(MOVED);
    return row;
  }

  private async read(cells: Cells, reach: readonly string[], before?: AgencyRow): Promise<AgencyRow> {
    const { importer } = this.parts;
    const message = reasonFault(whyOf(cells));
    const line = await lineOf(importer, cells, message ? [{ field: 'lyDo', message }] : []);
    const row = rowOf<AgencyRow>(importer, line);
    if (row.parentCode !== (before?.parentCode ?? '') && !reach.includes(row.parentCode ?? ''))
      throw fault('ma_cap_tren', 'Chọn cơ quan cấp trên trong phạm vi quản trị của bạn.');
    if (!before) return row;
    // A point that was only near by stays so until somebody gives another one.
    const moved = row.latitude !== before.latitude || row.longitude !== before.longitude;
    const { validTo, replacedBy } = before;
    return { ...row, validTo, replacedBy, locationApproximate: !moved && before.locationApproximate };
  }

  private differences(before: Cells, after: Cells): Change[] {
    return changesOf(this.parts.importer.columns, before, after);
  }

  private async end(
    action: keyof typeof agencyActs,
    before: AgencyRow,
    { why, ...end }: Pick<AgencyRow, 'validTo' | 'replacedBy'> & { why: string },
  ): Promise<void> {
    const changes = [
      { label: 'Ngày hoạt động cuối', from: date(before.validTo), to: date(end.validTo) },
      { label: 'Cơ quan thay thế', from: before.replacedBy ?? '', to: end.replacedBy ?? '' },
    ].filter(({ from, to }) => from !== to);
    if (changes.length === 0) return;
    await this.write(before, { ...end, updatedAt: this.parts.clock.now() });
    await this.note(action, before, { why, changes });
  }

  private write({ code, updatedAt }: AgencyRow, set: Partial<AgencyRow>): Promise<void> {
    return this.parts.table.claim(set, { code, updatedAt }, MOVED);
  }

  private note(
    action: keyof typeof agencyActs,
    { code, name }: AgencyRow,
    { why, changes }: { why: string; changes: readonly Change[] },
  ): Promise<void> {
    return this.parts.audit.record({
      action,
      subject: { kind: SUBJECT, id: code, label: name },
      purpose: why,
      details: { changes },
    });
  }
}
