import { settingNames, type SettingName } from '../../contracts/organisation.js';
import { settingCatalog } from '../../contracts/setting-catalog.js';
import type { Journal } from '../../core/audit/journal.js';
import { dayOf, type Clock, type Day } from '../../core/clock.js';
import { NotFoundError } from '../../core/errors.js';
import { date } from '../../core/http/format.js';
import { day } from '../../core/import/cells.js';
import { page, redirect, type FormRetry, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import { settingPaths } from './paths.js';
import { presentSetting, presentSettings, presentValue } from './setting-admin.presenter.js';
import type { SettingAdminQueries } from './setting-admin.queries.js';
import { isOpen, SETTING_SUBJECT } from './setting-admin.rules.js';
import type { CorrectionInput, NewValueInput, RemovalInput } from './setting-admin.schema.js';
import type { SettingAdministration } from './setting-admin.service.js';
import type { OfficeSettings } from './settings.js';

export interface SettingControllerParts {
  readonly administration: SettingAdministration;
  readonly queries: SettingAdminQueries;
  readonly journal: Journal;
  readonly acts: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** Variables of the environment that stand before some settings. */
  readonly office: OfficeSettings;
}

const LATEST = 30;
const NO_VALUE = 'Không có giá trị sắp áp dụng nào từ ngày này. Hãy quay lại cài đặt.';

type Asked = Pick<PageRequest, 'params'>;

const nameIn = ({ params }: Asked): SettingName => {
  const name = params['name'] ?? '';
  if (!Object.hasOwn(settingCatalog, name)) throw new NotFoundError('Không có cài đặt này. Hãy quay lại danh sách.');
  return name as SettingName;
};

const readDay = day('Ngày');

const dayIn = ({ params }: Asked): Day => {
  const asked = params['day'] ?? '';
  if (readDay(asked) !== asked) throw new NotFoundError(NO_VALUE);
  return asked;
};

/** Somebody else was faster: the page shows what he did, so the form may be sent again as it stands. */
const isOvertaken = ({ faults }: FormRetry): boolean => faults.some(({ field }) => field === '');

/** Hidden inputs that say what was seen are drawn anew then. */
const without = (retry: FormRetry, name: string): FormRetry =>
  isOvertaken(retry)
    ? { ...retry, values: Object.fromEntries(Object.entries(retry.values).filter(([key]) => key !== name)) }
    : retry;

/** Cài đặt: the dated settings and rates. */
export const settingController = (parts: SettingControllerParts) => {
  const { administration, queries, journal, acts, clock, office } = parts;
  const instead: Readonly<Record<string, string | undefined>> = {
    [settingNames.insurerHotline]: office.OFFICE_HOTLINE && 'OFFICE_HOTLINE',
    [settingNames.officeEmail]: office.OFFICE_EMAIL && 'OFFICE_EMAIL',
  };

  const list: Handler = async () => {
    const [all, units] = [await queries.all(), await queries.units()];
    return page('organisation/settings', presentSettings({ all, units, today: dayOf(clock.now()) }));
  };

  const draw = async (name: SettingName, retry?: FormRetry): Promise<Reply> => {
    const data = presentSetting({
      name,
      values: await queries.values(name),
      units: await queries.units(),
      today: dayOf(clock.now()),
      history: await journal.list({ subject: { kind: SETTING_SUBJECT, id: name } }, { limit: LATEST }),
      acts,
      instead: instead[name],
    });
    return page('organisation/setting', { ...data, ...(retry && { retry: without(retry, 'phienBan') }) });
  };

  const show: Handler = (request) => draw(nameIn(request), request.retry);

  const add: Handler<NewValueInput> = async (request) => {
    const name = nameIn(request);
    await administration.add(name, request.input);
    return done(request, `Đã lưu. Giá trị mới áp dụng từ ${request.input.tuNgay}.`);
  };

  const done = (request: PageRequest, text: string): Reply => {
    request.session.flash({ kind: 'ok', text });
    return redirect(settingPaths.one(nameIn(request)));
  };

  const showValue: Handler = async (request) => {
    const [name, from, { retry }] = [nameIn(request), dayIn(request), request];
    const values = await queries.values(name);
    const dated = values.find(({ validFrom }) => validFrom === from);
    const open = dated && isOpen(settingCatalog[name], from, dayOf(clock.now()));
    // Taken back, or in force, since the form was drawn: what was typed stands ready as a new value.
    if (!open && retry) return draw(name, { ...retry, values: { ...retry.values, tuNgay: date(from) } });
    if (!open) throw new NotFoundError(NO_VALUE);
    const data = presentValue({ name, values, units: await queries.units() }, dated);
    return page('organisation/setting-value', { ...data, ...(retry && { retry: without(retry, 'giaTriCu') }) });
  };

  const correct: Handler<CorrectionInput> = async (request) => {
    await administration.correct(nameIn(request), dayIn(request), request.input);
    return done(request, 'Đã sửa giá trị sắp áp dụng.');
  };

  const remove: Handler<RemovalInput> = async (request) => {
    await administration.remove(nameIn(request), dayIn(request), request.input);
    return done(request, 'Đã bỏ giá trị sắp áp dụng.');
  };

  return { list, show, add, showValue, correct, remove };
};

export type SettingController = ReturnType<typeof settingController>;
