import type { Agencies } from '../../contracts/organisation.js';
import { MINUTE, type Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { ActorLoader, SessionActor } from '../../core/http/session.js';
import type { AccountRow } from './account.model.js';
import type { AccountQueries } from './account.queries.js';
import { LIMITS } from './account.rules.js';
import type { OfficerQueries } from './officer.queries.js';
import { paths, signInPath } from './paths.js';
import { permissionsOf, roleWords } from './role.rules.js';
import { mustHaveTotp, type TotpPolicy } from './totp.rules.js';

export interface ActorParts {
  readonly accounts: Table<AccountRow>;
  readonly queries: AccountQueries;
  readonly officers: OfficerQueries;
  readonly agencies: Agencies;
  /** Permissions by role. */
  readonly permissions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly totp: TotpPolicy;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

const NONE: ReadonlySet<string> = new Set();

/** Turns what a session remembers into an actor: one prepared query a request. */
export const actorLoader = (parts: ActorParts): ActorLoader => {
  /** That the device is in use is noted at most once a minute. */
  const seen = async ({ id, epoch }: SessionActor, last: Date | null): Promise<void> => {
    const now = parts.clock.now();
    if (last && now.getTime() - last.getTime() < MINUTE) return;
    await parts.uow.run(() => parts.accounts.change({ deviceSeenAt: now }, { id, epoch }));
  };

  const citizen = async (reference: SessionActor): Promise<Actor | undefined> => {
    const row = await parts.queries.live(reference.id, reference.epoch);
    if (!row) return undefined;
    await seen(reference, row.deviceSeenAt);
    return {
      realm: 'citizen',
      id: reference.id,
      name: row.fullName,
      permissions: NONE,
      role: 'Công dân',
      attributes: { insuranceNumber: row.insuranceNumber, epoch: String(reference.epoch) },
      ...(row.mustChange ? { restriction: 'password' } : {}),
    };
  };

  const officer = async ({ id, epoch }: SessionActor): Promise<Actor | undefined> => {
    const row = await parts.officers.bySession(id, epoch);
    if (!row) return undefined;
    const agency = await parts.agencies.find(row.agencyCode);
    return {
      realm: 'officer',
      id: row.id,
      name: row.fullName,
      permissions: permissionsOf(row.roles, parts.permissions),
      role: roleWords(row.roles),
      attributes: {
        agencyCode: row.agencyCode,
        agencyName: agency?.name ?? '',
        insuranceNumber: row.insuranceNumber ?? '',
        username: row.username,
        session: id,
      },
      ...(!row.hasTotp && mustHaveTotp(row.roles, parts.totp) ? { restriction: 'totp' } : {}),
    };
  };

  return {
    load: (reference) => (reference.realm === 'citizen' ? citizen(reference) : officer(reference)),
    limits: (realm) => LIMITS[realm],
    signInPath: (realm, next, ended) =>
      signInPath(realm === 'citizen' ? paths.signIn : paths.officerSignIn, next, ended && REASONS[ended]),
    restrictedPath: ({ realm }) => (realm === 'officer' ? paths.officerTotp : paths.changePassword),
  };
};

/** How the sign-in page is told why a session is over. */
export const REASONS = { idle: 'het-gio', elsewhere: 'thiet-bi-khac' } as const;
export const FACTOR_LATE = 'het-gio-xac-thuc';
export const PASSWORD_SET = 'da-dat-mat-khau';
