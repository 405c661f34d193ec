import { settingNames as names, type SettingName, type SettingValues } from '../../contracts/organisation.js';
import type { Day } from '../../core/clock.js';
import { money, number } from '../../core/http/format.js';

const COUNTS: readonly SettingName[] = [
  names.declarationDays,
  names.refusedPurgeDays,
  names.pensionYears,
  names.wageCeilingFactor,
  names.copaymentFactor,
  names.smallVisitPercent,
  names.rateRetirementWorker,
  names.rateRetirementEmployer,
  names.rateSicknessEmployer,
  names.rateAccidentEmployer,
  names.rateHealthWorker,
  names.rateHealthEmployer,
  names.rateUnemploymentWorker,
  names.rateUnemploymentEmployer,
  names.rateVoluntary,
  names.rateHousehold,
];

/** What each further member of a household pays, in percent of the first. */
const HOUSEHOLD_STEPS = [100, 70, 60, 50, 40] as const;

/** What a day of recovery brings, in percent of the base salary. */
const RECOVERY = 30;

/** Figures that answers name, as the law has them on `day`: an answer never grows old by a new rate alone. */
export const figuresOf = (values: SettingValues, day: Day, hotline: string): Readonly<Record<string, string>> => {
  const base = values.number(names.baseSalary, day);
  const percentOfBase = (percent: number): string => money(Math.round((base * percent) / 100));
  const household = values.number(names.rateHousehold, day);
  return {
    ...Object.fromEntries(COUNTS.map((name) => [name, number(values.number(name, day))])),
    insurer_hotline: hotline,
    base_salary: money(base),
    wage_ceiling: money(base * values.number(names.wageCeilingFactor, day)),
    copayment_cap: money(base * values.number(names.copaymentFactor, day)),
    small_visit: percentOfBase(values.number(names.smallVisitPercent, day)),
    recovery_day: percentOfBase(RECOVERY),
    ...Object.fromEntries(
      HOUSEHOLD_STEPS.map((step, index) => [`household_${index + 1}`, percentOfBase((household * step) / 100)]),
    ),
  };
};
