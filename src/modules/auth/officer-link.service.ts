import { Op } from 'sequelize';
import { HOUR, type Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import { newSecret } from '../../core/ids.js';
import type { OfficerLinkRow } from './officer.model.js';

/** A link that nobody used is dead after this long. */
const LINK_LIFE = 72 * HOUR;

/** One-time links with which officers set a password. An officer has one at most: a new one kills the earlier. */
export interface OfficerLinks {
  /** Joins the unit of work; the token is known to nobody but the caller. */
  issue(officerId: string): Promise<string>;
  /** Whose link it is, while it lives. */
  ownerOf(token: string): Promise<string | undefined>;
  /** Joins the unit of work: spends the link, once. */
  use(officerId: string, token: string): Promise<boolean>;
  /** Joins the unit of work. */
  revoke(officerId: string): Promise<void>;
}

export interface OfficerLinkParts {
  readonly links: Table<OfficerLinkRow>;
  readonly clock: Clock;
  keyedHash(purpose: string, value: string): string;
}

export const createOfficerLinks = ({ links, clock, keyedHash }: OfficerLinkParts): OfficerLinks => {
  const live = (token: string) => ({
    tokenHash: keyedHash('auth.officer-link', token),
    expiresAt: { [Op.gt]: clock.now() },
  });
  return {
    issue: async (officerId) => {
      const token = newSecret();
      const expiresAt = new Date(clock.now().getTime() + LINK_LIFE);
      await links.remove({ officerId });
      await links.insert({ officerId, tokenHash: live(token).tokenHash, expiresAt });
      return token;
    },
    ownerOf: async (token) => (await links.one(live(token)))?.officerId,
    use: async (officerId, token) => (await links.remove({ officerId, ...live(token) })) === 1,
    revoke: async (officerId) => void (await links.remove({ officerId })),
  };
};
