import { settingNames as names, type SettingName, type SettingValues } from '../../contracts/organisation.js';
import type { Day } from '../../core/clock.js';
import { money, number } from '../../core/http/format.js';

/** What each further member of a household pays, in percent of the first. */
const HOUSEHOLD_STEPS = [
  names.householdPercent2,
  names.householdPercent3,
  names.householdPercent4,
  names.householdPercent5,
] as const;

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
  ...HOUSEHOLD_STEPS,
  names.recoveryPercent,
];

const AMOUNTS: readonly SettingName[] = [
  names.baseSalary,
  names.minimumWage1,
  names.minimumWage2,
  names.minimumWage3,
  names.minimumWage4,
];

/** Figures that answers name, as the law has them on `day`: an answer never grows old by a new rate alone. */
export const figuresOf = (values: SettingValues, day: Day, hotline: string): Readonly<Record<string, string>> => {
  const base = values.number(names.baseSalary, day);
  const percentOfBase = (percent: number): string => money(Math.round((base * percent) / 100));
  const household = values.number(names.rateHousehold, day);
  const steps = [100, ...HOUSEHOLD_STEPS.map((name) => values.number(name, day))];
  return {
    ...Object.fromEntries(COUNTS.map((name) => [name, number(values.number(name, day))])),
    ...Object.fromEntries(AMOUNTS.map((name) => [name, money(values.number(name, day))])),
    insurer_hotline: hotline,
    wage_ceiling: money(base * values.number(names.wageCeilingFactor, day)),
    copayment_cap: money(base * values.number(names.copaymentFactor, day)),
    small_visit: percentOfBase(values.number(names.smallVisitPercent, day)),
    recovery_day: percentOfBase(values.number(names.recoveryPercent, day)),
    ...Object.fromEntries(
      steps.map((step, index) => [`household_${index + 1}`, percentOfBase((household * step) / 100)]),
    ),
  };
};
