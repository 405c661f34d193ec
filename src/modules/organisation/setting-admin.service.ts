import type { SettingName } from '../../contracts/organisation.js';
import { settingCatalog } from '../../contracts/setting-catalog.js';
import type { Audit } from '../../core/audit/audit.js';
import { dayOf, type Clock, type Day } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError, type FieldFault } from '../../core/errors.js';
import { date } from '../../core/http/format.js';
import { newId } from '../../core/ids.js';
import { day as dayCell } from '../../core/import/cells.js';
import { CellFault } from '../../core/import/fields.js';
import { reasonFault } from './agency-admin.rules.js';
import { dayFault, isOpen, rowFault, SETTING_SUBJECT, stampOf, type settingActs } from './setting-admin.rules.js';
import type { CorrectionInput, NewValueInput, RemovalInput } from './setting-admin.schema.js';
import type { SettingAdminQueries } from './setting-admin.queries.js';
import type { SettingRow } from './setting.model.js';
import { valueOn } from './setting.rules.js';
import { readValue, showValue } from './setting-value.rules.js';

export interface SettingAdminParts {
  readonly table: Table<SettingRow>;
  readonly queries: SettingAdminQueries;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  /** Makes every process load the settings again; its row is the lock under which writers stand in line. */
  moveOn(): Promise<void>;
}

const MOVED =
  'Cài đặt này vừa được người khác đổi: xem các giá trị và lịch sử trên trang này. Nếu vẫn muốn đổi, hãy gửi lại.';
const IN_FORCE = 'Giá trị này đã áp dụng nên không sửa và không bỏ được. Hãy thêm giá trị mới.';

const readDay = dayCell('Ngày bắt đầu');

/** The field and what is wrong with it, where something is. */
const faultAt = (field: string, message: string | undefined): FieldFault[] => (message ? [{ field, message }] : []);

const throwAny = (faults: readonly FieldFault[]): void => {
  if (faults.length > 0) throw new InvalidError(faults);
};

/** Administrators keep the dated settings; each act with its reason goes into the audit. */
export class SettingAdministration {
  constructor(private readonly parts: SettingAdminParts) {}

  async add(name: SettingName, { phienBan: seen, giaTri, tuNgay, lyDo: why }: NewValueInput): Promise<void> {
    await this.alone(async () => {
      const { value, show, faults } = await this.read(name, giaTri);
      const day = tuNgay === '' ? new CellFault('Hãy nhập ngày bắt đầu áp dụng.') : readDay(tuNgay);
      const validFrom = typeof day === 'string' ? day : '';
      const wrongDay = typeof day === 'string' ? dayFault(settingCatalog[name], day, this.today) : day.reason;
      throwAny([...faults, ...faultAt('tuNgay', wrongDay), ...faultAt('lyDo', reasonFault(why))]);
      const values = await this.parts.queries.values(name);
      // The same form sent twice is one act.
      if (values.some((there) => there.validFrom === validFrom && there.value === value)) return;
      if (stampOf(values) !== seen) throw new ConflictError(MOVED);
      const wrong = rowFault(values, { validFrom, value }, show);
      if (wrong) throw new InvalidError([wrong]);
      await this.put(name, validFrom, value);
      const from = show(valueOn(values, validFrom) ?? '');
      await this.note('organisation.setting-added', name, { why, validFrom, from, to: show(value) });
    });
  }

  async correct(
    name: SettingName,
    validFrom: Day,
    { giaTriCu: seen, giaTri, lyDo: why }: CorrectionInput,
  ): Promise<void> {
    await this.alone(async () => {
      this.refuseInForce(name, validFrom, seen);
      const { value, show, faults } = await this.read(name, giaTri);
      throwAny([...faults, ...faultAt('lyDo', reasonFault(why))]);
      if (value === seen) return;
      const others = (await this.parts.queries.values(name)).filter((other) => other.validFrom !== validFrom);
      if (valueOn(others, validFrom) === value)
        throw new InvalidError(
          faultAt('giaTri', `Trước ngày này đã là ${show(value)}. Hãy bỏ giá trị sắp áp dụng này.`),
        );
      await this.parts.table.claim({ value }, { name, validFrom, value: seen }, MOVED);
      await this.note('organisation.setting-corrected', name, { why, validFrom, from: show(seen), to: show(value) });
    });
  }

  /** The row stays, without a value. */
  async remove(name: SettingName, validFrom: Day, { giaTriCu: seen, lyDoBo: why }: RemovalInput): Promise<void> {
    await this.alone(async () => {
      this.refuseInForce(name, validFrom, seen);
      throwAny(faultAt('lyDoBo', reasonFault(why)));
      await this.parts.table.claim({ value: '' }, { name, validFrom, value: seen }, MOVED);
      const { show } = await this.read(name, '');
      const before = valueOn(await this.parts.queries.values(name), validFrom) ?? '';
      await this.note('organisation.setting-removed', name, {
        why,
        validFrom,
        from: show(seen),
        to: `vẫn ${show(before)}`,
      });
    });
  }

  private get today(): Day {
    return dayOf(this.parts.clock.now());
  }

  private refuseInForce(name: SettingName, day: Day, seen: string): void {
    if (!isOpen(settingCatalog[name], day, this.today)) throw new ConflictError(IN_FORCE);
    if (seen === '') throw new ConflictError(MOVED);
  }

  private async read(name: SettingName, typed: string) {
    const units = await this.parts.queries.units();
    const { kind } = settingCatalog[name];
    const read = readValue(kind, typed, units);
    const show = (value: string): string => showValue(kind, value, units);
    return 'value' in read
      ? { value: read.value, show, faults: [] }
      : { value: '', show, faults: faultAt('giaTri', read.fault) };
  }

  /** A value that was taken back has left its row. */
  private async put(name: SettingName, validFrom: Day, value: string): Promise<void> {
    const { table } = this.parts;
    if ((await table.change({ value }, { name, validFrom, value: '' })) === 1) return;
    if (!(await table.insertNew({ id: newId(), name, validFrom, value }))) throw new ConflictError(MOVED);
  }

  private alone(work: () => Promise<void>): Promise<void> {
    const { uow, moveOn } = this.parts;
    return uow.run(async () => {
      await moveOn();
      await work();
    });
  }

  private note(
    action: keyof typeof settingActs,
    name: SettingName,
    { why, validFrom, from, to }: { why: string; validFrom: Day; from: string; to: string },
  ): Promise<void> {
    return this.parts.audit.record({
      action,
      subject: { kind: SETTING_SUBJECT, id: name, label: settingCatalog[name].label },
      purpose: why,
      details: { changes: [{ label: `Từ ${date(validFrom)}`, from, to }] },
    });
  }
}
