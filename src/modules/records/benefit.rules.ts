/** The four groups of benefits. */
export const benefitKinds = ['lump_sum', 'sickness_maternity', 'monthly', 'unemployment'] as const;
export type BenefitKind = (typeof benefitKinds)[number];

/** The groups as addresses name them. */
export const benefitSlugs: Readonly<Record<BenefitKind, string>> = {
  lump_sum: 'mot-lan',
  sickness_maternity: 'om-dau-thai-san',
  monthly: 'hang-thang',
  unemployment: 'that-nghiep',
};

export interface Benefit {
  readonly kind: BenefitKind;
  readonly scheme: string;
  readonly fromDay: string;
  readonly amount: number;
  readonly days: number;
  readonly months: number;
  readonly status: string;
}

export interface BenefitTotals {
  readonly count: number;
  readonly amount: number;
  readonly days: number;
  readonly months: number;
  /** What running benefits come to in a month. */
  readonly currentAmount: number;
}

export const benefitTotals = (rows: readonly Benefit[]): BenefitTotals => {
  const sum = (value: (row: Benefit) => number): number => rows.reduce((total, row) => total + value(row), 0);
  return {
    count: rows.length,
    amount: sum(({ amount }) => amount),
    days: sum(({ days }) => days),
    months: sum(({ months }) => months),
    currentAmount: sum(({ status, amount }) => (status === 'current' ? amount : 0)),
  };
};

/** The benefit that stands for all in a word: one that runs, else the latest. */
export const foremost = <T extends Benefit>(rows: readonly T[]): T | undefined => {
  const latestFirst = rows.toSorted((a, b) => b.fromDay.localeCompare(a.fromDay));
  const running = latestFirst.filter(({ status }) => status === 'current');
  return running.find(({ kind }) => kind === 'monthly') ?? running[0] ?? latestFirst[0];
};

/** An account number as it is kept: its last four digits, enough for its holder to know it again. */
export const accountEndOf = (account: string): string | null => account.replace(/\D/g, '').slice(-4) || null;
