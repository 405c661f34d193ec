import { definePort } from '../core/contract.js';
import type { Day } from '../core/clock.js';

export type AgencyLevel = 'central' | 'province' | 'local';

/** An agency of social insurance (cơ quan BHXH). */
export interface Agency {
  /** Five digits, e.g. 04801. */
  readonly code: string;
  readonly name: string;
  /** As on letters: "BHXH cơ sở Thanh Khê". */
  readonly shortName: string;
  readonly level: AgencyLevel;
  readonly parentCode: string | null;
  /** Province code of two digits; null for central units. */
  readonly provinceCode: string | null;
  /** Commune codes it serves first; empty when it serves its whole province. */
  readonly serves: readonly string[];
  readonly address: string;
  readonly phone: string;
  readonly openingHours: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** The point is only the centre of the town. */
  readonly locationApproximate: boolean;
  /** Whether it takes dossiers. */
  readonly receives: boolean;
  /** The last day on which it works; from then on who replaces it goes on with its work. */
  readonly validTo: Day | null;
  readonly replacedBy: string | null;
}

/** Moves on with agencies and holidays: pages that show them name it among their topics. */
export const ORGANISATION_TOPIC = 'organisation';

/** Questions about the tree of agencies. Answers come from memory, refreshed when an agency changes. */
export interface Agencies {
  find(code: string): Promise<Agency | undefined>;
  /** Those that there are, each once, in the order of the codes. */
  those(codes: Iterable<string>): Promise<readonly Agency[]>;
  /** The agency behind this installation. */
  own(): Promise<Agency | undefined>;
  /** The agency and everything below it, with what these have replaced; for central level all codes. */
  subtree(code: string): Promise<readonly string[]>;
  /** Agencies that take dossiers today, those of one province when given, in Vietnamese order. */
  receiving(provinceCode?: string): Promise<readonly Agency[]>;
  /** Agencies that serve the commune, then the others of its province. */
  near(provinceCode: string, communeCode: string): Promise<readonly Agency[]>;
}
export const agencies = definePort<Agencies>('organisation.agencies');

export interface Province {
  readonly code: string;
  /** "Thành phố Đà Nẵng". */
  readonly name: string;
}
export interface Commune {
  readonly code: string;
  /** "Phường Thanh Khê". */
  readonly name: string;
  readonly provinceCode: string;
}

/** The 34 provinces and 3,321 communes, in Vietnamese order. */
export interface Places {
  provinces(): Promise<readonly Province[]>;
  communes(provinceCode: string): Promise<readonly Commune[]>;
  province(code: string): Promise<Province | undefined>;
  commune(code: string): Promise<Commune | undefined>;
}
export const places = definePort<Places>('organisation.places');

/** How people reach the office of this installation. */
export interface OfficeContacts {
  /** From the environment or the dated settings; empty where there is none. */
  current(): Promise<{ readonly hotline: string; readonly email: string }>;
  hotline(): Promise<Hotline>;
}

/** The hotline as pages show it: number, duty, and whether somebody answers now. */
export interface Hotline {
  readonly number: string;
  readonly email: string;
  readonly duty: readonly { readonly days: string; readonly hours: string }[];
  /** Nothing where the duty cannot be read. */
  readonly now: { readonly open: boolean; readonly words: string } | undefined;
  /** Name of the public holiday of today; empty on other days. */
  readonly holiday: string;
}
export const officeContacts = definePort<OfficeContacts>('organisation.contacts');

/** Days on which the offices are closed beside weekends. */
export interface Holidays {
  /** "Tết Nguyên đán", or nothing. */
  nameOf(day: Day): Promise<string | undefined>;
}
export const holidays = definePort<Holidays>('organisation.holidays');

/** When offices work: the calendar and office hours by which deadlines are counted. */
export interface WorkCalendar {
  /** Whether offices work on that day: no weekend and no holiday, or a day off that was swapped into a working day. */
  isOpen(day: Day): Promise<boolean>;
  /** The end of office hours of the `days`-th working day behind the day of the moment. */
  afterDays(moment: Date, days: number): Promise<Date>;
  /** When so many office hours have passed since the moment. */
  afterHours(moment: Date, hours: number): Promise<Date>;
  /** Office hours between two moments; 0 when the second is not later. */
  hoursBetween(from: Date, to: Date): Promise<number>;
}
export const workCalendar = definePort<WorkCalendar>('organisation.work-calendar');

/** Settings and rates that a law or the office may change, each value valid from a day on. */
export interface DatedSettings {
  /** The value in force on that day; throws when the setting is unknown. Numbers come back as numbers. */
  number(name: string, day: Day): Promise<number>;
  text(name: string, day: Day): Promise<string>;
  /** Several numbers in one setting: "7, 9". */
  numbers(name: string, day: Day): Promise<readonly number[]>;
  /** All of them as they stand at this moment, for pages that ask for many. */
  all(): Promise<SettingValues>;
}

/** Answers like `DatedSettings`, at once. */
export interface SettingValues {
  number(name: string, day: Day): number;
  text(name: string, day: Day): string;
}
export const settings = definePort<DatedSettings>('organisation.settings');

/** The settings that exist; `settingCatalog` says of each what it means. Rates are percent of the wage, amounts whole đồng. */
export const settingNames = {
  /** Days after the declaration on which form 01 can still be handed in. */
  declarationDays: 'declaration_days',
  /** Days after the declaration on which the citizen is reminded: "7, 9". */
  declarationReminderDays: 'declaration_reminder_days',
  /** Days after which a refused and uncorrected dossier is deleted. */
  refusedPurgeDays: 'refused_purge_days',
  /** 1: photo replaced, phone changed and approved by one officer needs a second person; 0 switches the rule off. */
  secondPerson: 'second_person',
  /** Hours from handing in to decision after which a dossier counts as overdue. */
  overdueHours: 'overdue_hours',
  /** Days for which messages are kept; their text of an account is personal. */
  messageDays: 'message_days',
  /** Days for which rows of the audit are kept. */
  auditDays: 'audit_days',
  /** Days for which uploaded files and their refused lines are kept after the end. */
  importFileDays: 'import_file_days',
  /** Days a password is valid; 0 switches the rule off. */
  passwordDays: 'password_days',
  /** Days before the end of a password on which its owner is told: "1, 7, 30". */
  passwordReminderDays: 'password_reminder_days',
  insurerHotline: 'insurer_hotline',
  /** When somebody answers it: "T2-T6 7:30-11:30 13:00-17:00; T7 8:00-11:30"; "T2-CN 0:00-24:00" for always. */
  hotlineHours: 'hotline_hours',
  /** Minutes within which card trouble at a facility is dealt with. */
  hotCaseMinutes: 'hot_case_minutes',
  officeEmail: 'office_email',
  /** Office hours by which deadlines are counted: "7:30-11:30 13:00-17:00". */
  workHours: 'work_hours',
  /** Code of the unit that watches over feedback of all topics. */
  feedbackSupervisor: 'feedback_supervisor',
  /** Office hours within which an invited agency accepts or answers; then the case is back with its owner. */
  invitationHours: 'invitation_hours',
  /** Office hours before a deadline of feedback at which its officer is reminded. */
  feedbackReminderHours: 'feedback_reminder_hours',
  /** Working days behind a missed deadline of feedback after which its monitor hears of it; leaders do at once. */
  feedbackEscalationDays: 'feedback_escalation_days',
  /** Days after the answer within which the citizen may open his feedback again. */
  feedbackReopenDays: 'feedback_reopen_days',
  /** Days after the answer on which the citizen is asked whether it is solved. */
  feedbackFollowUpDays: 'feedback_follow_up_days',
  /** Days after the answer for which feedback is kept. */
  feedbackKeepDays: 'feedback_keep_days',
  /** Base salary, the reference level of contributions and benefits. */
  baseSalary: 'base_salary',
  /** Wages count up to so many base salaries. */
  wageCeilingFactor: 'wage_ceiling_factor',
  minimumWage1: 'minimum_wage_1',
  minimumWage2: 'minimum_wage_2',
  minimumWage3: 'minimum_wage_3',
  minimumWage4: 'minimum_wage_4',
  rateRetirementWorker: 'rate_retirement_worker',
  rateRetirementEmployer: 'rate_retirement_employer',
  rateSicknessEmployer: 'rate_sickness_employer',
  rateAccidentEmployer: 'rate_accident_employer',
  rateHealthWorker: 'rate_health_worker',
  rateHealthEmployer: 'rate_health_employer',
  rateUnemploymentWorker: 'rate_unemployment_worker',
  rateUnemploymentEmployer: 'rate_unemployment_employer',
  rateVoluntary: 'rate_voluntary',
  /** Health insurance of a household's first member, percent of the base salary. */
  rateHousehold: 'rate_household',
  /** What its second, third, fourth and each further member pay, percent of the first. */
  householdPercent2: 'household_percent_2',
  householdPercent3: 'household_percent_3',
  householdPercent4: 'household_percent_4',
  householdPercent5: 'household_percent_5',
  /** A day of recovery after illness or childbirth, percent of the base salary. */
  recoveryPercent: 'recovery_percent',
  /** A visit that costs less than this percent of the base salary is paid in full. */
  smallVisitPercent: 'small_visit_percent',
  /** After so many base salaries of own co-payment in a year the fund pays in full (5 continuous years). */
  copaymentFactor: 'copayment_factor',
  /** Years of contribution that a pension needs at least. */
  pensionYears: 'pension_years',
} as const;

export type SettingName = (typeof settingNames)[keyof typeof settingNames];
