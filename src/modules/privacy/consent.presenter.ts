import { date, dateTime } from '../../core/http/format.js';
import type { ConsentRow, TextRow } from './consent.model.js';
import { standingOf, type Standing } from './consent.rules.js';
import { paths } from './paths.js';

const TAGS: Readonly<Record<Standing, { kind: string; icon: string; text: string }>> = {
  told: { kind: 'off', icon: 'info-circle-fill', text: 'Theo luật, không cần đồng ý' },
  open: { kind: 'none', icon: 'circle', text: 'Bạn chưa đồng ý' },
  given: { kind: 'ok', icon: 'check-circle-fill', text: 'Bạn đã đồng ý' },
  outdated: { kind: 'work', icon: 'exclamation-triangle-fill', text: 'Có bản mới, chờ bạn chọn lại' },
};

/** A text as everybody may read it. */
export const presentText = ({ code, version, title, body, legalBasis, validFrom }: TextRow) => ({
  code,
  version,
  title,
  paragraphs: body.split(/\n+/),
  legalBasis,
  since: date(validFrom),
  href: paths.text(code, version),
});

type Mine = ConsentRow & { readonly title: string };

/** What asks for a choice first. */
const askedFirst = (texts: readonly TextRow[]): TextRow[] =>
  [...texts].sort((a, b) => Number(b.needsConsent) - Number(a.needsConsent));

/** The purposes with how I stand to each, and what I have chosen so far. */
export const presentConsents = (texts: readonly TextRow[], mine: readonly Mine[]) => ({
  title: 'Đồng ý và quyền riêng tư',
  purposes: askedFirst(texts).map((text) => {
    const given = mine.find((row) => row.code === text.code && row.withdrawnAt === null);
    const standing = standingOf(text, given);
    return {
      ...presentText(text),
      tag: TAGS[standing],
      mayGive: standing === 'open' || standing === 'outdated',
      mayWithdraw: given !== undefined,
      given: given ? `Bản ${given.version}, lúc ${dateTime(given.givenAt)}` : '',
      givenHref: given ? paths.text(given.code, given.version) : '',
    };
  }),
  history: mine.map(({ title, code, version, givenAt, withdrawnAt }) => ({
    title,
    version,
    href: paths.text(code, version),
    given: dateTime(givenAt),
    ended: withdrawnAt ? dateTime(withdrawnAt) : '',
  })),
  actions: { give: paths.consents, withdraw: paths.withdraw },
  seen: paths.seen,
});
