import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import type { Day } from '../../core/clock.js';
import { date, money } from '../../core/http/format.js';
import { fillIn, fundPays, levelOn, ruleOn } from './entitlement.rules.js';
import type { CardQueries, StoredCard } from './card.queries.js';

/** What a card entitles to, in words. */
export interface Entitlement {
  readonly level: string;
  readonly objectName: string;
  readonly percent: number;
  readonly summary: string;
  readonly points: readonly string[];
  /** First day of the rule. */
  readonly since: Day;
}

export type EntitlementOf = (card: StoredCard, today: Day) => Promise<Entitlement | undefined>;

/** A round sum that people can follow. */
const EXAMPLE_COST = 1_000_000;

const exampleOf = (percent: number, smallVisit: number): string => {
  const pays = fundPays({ cost: EXAMPLE_COST, percent, smallVisit });
  return `Ví dụ chi phí ${money(EXAMPLE_COST)}: quỹ trả ${money(pays)}, bạn trả ${money(EXAMPLE_COST - pays)}`;
};

/** Reads the law of a card on the day that matters: today, or the nearest day of the card's own time. */
export const entitlementOf =
  (queries: CardQueries, settings: DatedSettings): EntitlementOf =>
  async (card, today) => {
    const upTo = card.validTo !== null && card.validTo < today ? card.validTo : today;
    const day = card.validFrom > upTo ? card.validFrom : upTo;
    const codes = await queries.codes(card.objectCode);
    const level = levelOn(codes, card, day);
    const rule = ruleOn(await queries.rules(level), level, day);
    if (!rule) return undefined;
    const baseSalary = await settings.number(settingNames.baseSalary, day);
    const smallVisit = (baseSalary * (await settings.number(settingNames.smallVisitPercent, day))) / 100;
    const copayment = baseSalary * (await settings.number(settingNames.copaymentFactor, day));
    const fiveYears =
      card.fiveYearsFrom === null ? 'Khi' : card.fiveYearsFrom <= today ? 'Đã' : `Từ ${date(card.fiveYearsFrom)}, khi`;
    const values = { smallVisit: money(smallVisit), copayment: money(copayment), fiveYears };
    const points = (JSON.parse(rule.points) as string[]).map((point) => fillIn(point, values));
    return {
      level,
      objectName: codes.findLast(({ validFrom }) => validFrom <= day)?.name ?? card.objectCode,
      percent: rule.percent,
      summary: rule.summary,
      points: rule.percent < 100 ? [...points, exampleOf(rule.percent, smallVisit)] : points,
      since: rule.validFrom,
    };
  };
