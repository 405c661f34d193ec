import { settingNames, type SettingName } from '../../contracts/organisation.js';
import type { Fund, Participation } from './participation.rules.js';

interface Sides {
  readonly worker: readonly SettingName[];
  readonly employer: readonly SettingName[];
}

const names = settingNames;

/** Rates that add up to what each side pays. BHXH includes the fund for accidents, as the wage slip does. */
const COMPULSORY: Readonly<Record<Fund, Sides>> = {
  bhxh: {
    worker: [names.rateRetirementWorker],
    employer: [names.rateRetirementEmployer, names.rateSicknessEmployer, names.rateAccidentEmployer],
  },
  bhtn: { worker: [names.rateUnemploymentWorker], employer: [names.rateUnemploymentEmployer] },
  bhtnld: { worker: [], employer: [names.rateAccidentEmployer] },
  bhyt: { worker: [names.rateHealthWorker], employer: [names.rateHealthEmployer] },
};

/** Which settings make up the monthly contribution of a stretch. */
export const ratesFor = ({ fund, kind }: Pick<Participation, 'fund' | 'kind'>): Sides => {
  if (kind === 'voluntary') return { worker: [names.rateVoluntary], employer: [] };
  if (kind === 'household') return { worker: [names.rateHousehold], employer: [] };
  return COMPULSORY[fund];
};

/** Whole đồng a month from a wage and rates in percent, each fund rounded by itself. */
export const contribution = (wage: number, percents: readonly number[]): number =>
  percents.reduce((sum, percent) => sum + Math.round((wage * percent) / 100), 0);
