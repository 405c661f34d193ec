import { settingNames as names, type SettingName } from '../../src/contracts/organisation.js';

/** Before the first day that matters to any record. */
const ALWAYS = '1995-01-01';

/** Name, then pairs of first day and value. */
type Dated = readonly [SettingName, ...(readonly [validFrom: string, value: number | string])[]];

/** The settings as the law stood in 2026, with the rates of earlier years for older records. */
export const datedSettings: readonly Dated[] = [
  [names.declarationDays, [ALWAYS, 10]],
  [names.refusedPurgeDays, [ALWAYS, 30]],
  [names.secondPerson, [ALWAYS, 1]],
  [names.overdueHours, [ALWAYS, 24]],
  [names.messageDays, [ALWAYS, 365]],
  [names.auditDays, [ALWAYS, 3_650]],
  [names.importFileDays, [ALWAYS, 3]],
  [names.passwordDays, [ALWAYS, 180]],
  [names.insurerHotline, [ALWAYS, '1900 9068']],
  [names.hotCaseMinutes, [ALWAYS, 15]],
  [names.hotlineHours, [ALWAYS, 'T2-T6 7:00-11:30 13:00-19:00; T7 7:30-11:30']],
  [names.officeEmail, [ALWAYS, 'hotro@ansinh.example']],
  [names.workHours, [ALWAYS, '7:30-11:30 13:00-17:00']],
  [names.feedbackSupervisor, [ALWAYS, '00005']],
  [names.invitationHours, [ALWAYS, 16]],
  [names.feedbackReminderHours, [ALWAYS, 4]],
  [names.feedbackEscalationDays, [ALWAYS, 2]],
  [names.feedbackReopenDays, [ALWAYS, 15]],
  [names.feedbackFollowUpDays, [ALWAYS, 14]],
  [names.feedbackKeepDays, [ALWAYS, 1_825]],
  [names.baseSalary, [ALWAYS, 1_150_000], ['2013-07-01', 1_150_000], ['2016-05-01', 1_210_000], ['2017-07-01', 1_300_000], ['2018-07-01', 1_390_000], ['2019-07-01', 1_490_000], ['2023-07-01', 1_800_000], ['2024-07-01', 2_340_000], ['2026-07-01', 2_530_000]],
  [names.wageCeilingFactor, [ALWAYS, 20]],
  [names.minimumWage1, [ALWAYS, 4_960_000], ['2026-01-01', 5_310_000]],
  [names.minimumWage2, [ALWAYS, 4_410_000], ['2026-01-01', 4_730_000]],
  [names.minimumWage3, [ALWAYS, 3_860_000], ['2026-01-01', 4_140_000]],
  [names.minimumWage4, [ALWAYS, 3_450_000], ['2026-01-01', 3_700_000]],
  [names.rateRetirementWorker, [ALWAYS, 5], ['2010-01-01', 6], ['2012-01-01', 7], ['2014-01-01', 8]],
  [names.rateRetirementEmployer, [ALWAYS, 11], ['2010-01-01', 12], ['2012-01-01', 13], ['2014-01-01', 14]],
  [names.rateSicknessEmployer, [ALWAYS, 3]],
  [names.rateAccidentEmployer, [ALWAYS, 1], ['2017-06-01', 0.5], ['2021-07-01', 0], ['2022-07-01', 0.5]],
  [names.rateHealthWorker, [ALWAYS, 1], ['2010-01-01', 1.5]],
  [names.rateHealthEmployer, [ALWAYS, 2], ['2010-01-01', 3]],
  [names.rateUnemploymentWorker, [ALWAYS, 1]],
  [names.rateUnemploymentEmployer, [ALWAYS, 1], ['2021-10-01', 0], ['2022-10-01', 1]],
  [names.rateVoluntary, [ALWAYS, 22]],
  [names.rateHousehold, [ALWAYS, 4.5]],
  [names.smallVisitPercent, [ALWAYS, 15]],
  [names.copaymentFactor, [ALWAYS, 6]],
  [names.pensionYears, [ALWAYS, 20], ['2025-07-01', 15]],
];

/** Public holidays, with the days off in lieu. */
export const holidays: readonly (readonly [day: string, name: string])[] = [
  ['2026-01-01', 'Tết Dương lịch'],
  ['2026-02-16', 'Tết Nguyên đán'],
  ['2026-02-17', 'Tết Nguyên đán'],
  ['2026-02-18', 'Tết Nguyên đán'],
  ['2026-02-19', 'Tết Nguyên đán'],
  ['2026-02-20', 'Tết Nguyên đán'],
  ['2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương'],
  ['2026-04-30', 'Ngày Chiến thắng'],
  ['2026-05-01', 'Ngày Quốc tế lao động'],
  ['2026-09-01', 'Quốc khánh'],
  ['2026-09-02', 'Quốc khánh'],
  ['2027-01-01', 'Tết Dương lịch'],
  ['2027-02-05', 'Tết Nguyên đán'],
  ['2027-02-08', 'Tết Nguyên đán'],
  ['2027-02-09', 'Tết Nguyên đán'],
  ['2027-02-10', 'Tết Nguyên đán'],
  ['2027-02-11', 'Tết Nguyên đán'],
  ['2027-04-16', 'Giỗ Tổ Hùng Vương'],
  ['2027-04-30', 'Ngày Chiến thắng'],
  ['2027-05-03', 'Nghỉ bù Ngày Quốc tế lao động'],
  ['2027-09-02', 'Quốc khánh'],
  ['2027-09-03', 'Quốc khánh'],
];
