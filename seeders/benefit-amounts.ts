/** How benefits come to their amounts, for data that shall look real. Whole đồng. */

/** 75 % of the wage for every day off, a month having 24. */
export const sickPay = (wage: number, days: number): number => Math.round((wage * 0.75 * days) / 24);

/** The whole wage of each month, and two base salaries for a child. */
export const maternityPay = (wage: number, months: number, baseSalary: number): number =>
  wage * months + 2 * baseSalary;

/** 30 % of the base salary a day. */
export const recoveryPay = (baseSalary: number, days: number): number => Math.round(baseSalary * 0.3 * days);

/** One and a half wages for a year before 2014, two for one since; months left over count as parts of a year. */
export const lumpSum = (wage: number, months: { before2014: number; since2014: number }): number =>
  Math.round((wage * (1.5 * months.before2014 + 2 * months.since2014)) / 12);

/** Three months for 12 to 36 paid ones, one more for every further twelve, at most twelve; none below a year. */
export const unemploymentMonths = (paid: number): number =>
  paid < 12 ? 0 : Math.min(12, 3 + Math.max(0, Math.floor((paid - 36) / 12)));

/** 60 % of the wage, at most five base salaries. */
export const unemploymentPay = (wage: number, baseSalary: number): number =>
  Math.min(Math.round(wage * 0.6), 5 * baseSalary);

/** 45 % of the wage for 15 or 20 years, 2 % more for each further one, at most 75 %. */
export const pension = (wage: number, years: number, woman: boolean): number =>
  Math.round((wage * Math.min(75, 45 + 2 * Math.max(0, years - (woman ? 15 : 20)))) / 100);
