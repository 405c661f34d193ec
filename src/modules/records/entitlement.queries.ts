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
  /** Said where the printed level is another than the law gives now; empty otherwise. */
  readonly shifted: string;
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

/** The day whose law counts: today, or the nearest day of the card's own time. */
const lawDay = ({ validFrom, validTo }: StoredCard, today: Day): Day => {
  const upTo = validTo !== null && validTo < today ? validTo : today;
  return validFrom > upTo ? validFrom : upTo;
};

const fiveYearsWords = (from: Day | null, today: Day): string => {
  if (from === null) return 'Khi';
  return from <= today ? 'Đã' : `Từ ${date(from)}, khi`;
};

const sentences = (list: string | null): string[] => JSON.parse(list ?? '[]') as string[];

/** Reads the law of a card. */
export const entitlementOf =
  (queries: CardQueries, settings: DatedSettings): EntitlementOf =>
  async (card, today) => {
    const day = lawDay(card, today);
    const codes = await queries.codes(card.objectCode);
    const level = levelOn(codes, card, day);
    const rule = ruleOn(await queries.rules(level), level, day);
    if (!rule) return undefined;
    const baseSalary = await settings.number(settingNames.baseSalary, day);
    const smallVisit = (baseSalary * (await settings.number(settingNames.smallVisitPercent, day))) / 100;
    const copayment = baseSalary * (await settings.number(settingNames.copaymentFactor, day));
    const values = {
      smallVisit: money(smallVisit),
      copayment: money(copayment),
      fiveYears: fiveYearsWords(card.fiveYearsFrom, today),
      area: card.areaCode ?? '',
    };
    const told = [...sentences(rule.points), ...(card.areaCode ? sentences(rule.areaPoints) : [])];
    const points = told.map((point) => fillIn(point, values));
    return {
      level,
      objectName: codes.findLast(({ validFrom }) => validFrom <= day)?.name ?? card.objectCode,
      percent: rule.percent,
      summary: rule.summary,
      points: rule.percent < 100 ? [...points, exampleOf(rule.percent, smallVisit)] : points,
      shifted:
        level === card.level
          ? ''
          : `Thẻ in mức ${card.level}, nay theo quy định bạn được hưởng mức ${level}. Không cần đổi thẻ.`,
      since: rule.validFrom,
    };
  };
