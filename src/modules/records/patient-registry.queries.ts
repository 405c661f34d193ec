import { LRUCache } from 'lru-cache';
import type { MemberRegistry, RegistryEntry } from '../../contracts/records.js';
import type { Clock } from '../../core/clock.js';
import { UnavailableError } from '../../core/errors.js';
import { REGISTRY_AWAY } from './http-registry.driver.js';

/** People kept at a time; the ones asked for least lately go first. */
const MOST = 1_000;
/** After so many questions in a row without an answer nobody waits for another one ... */
const TRIES = 3;
/** ... for so long; then one question finds out whether it is back. */
const PAUSE = 15_000;

/** Refuses at once while the registry has shown that it is away, so that not every officer waits for the deadline. */
const refusingSoon = ({ find }: MemberRegistry, clock: Clock): MemberRegistry['find'] => {
  let failures = 0;
  let nextTry = 0;
  return async (insuranceNumber) => {
    const now = clock.now().getTime();
    if (failures >= TRIES) {
      if (now < nextTry) throw new UnavailableError(REGISTRY_AWAY);
      nextTry = now + PAUSE;
    }
    try {
      const found = await find(insuranceNumber);
      failures = 0;
      return found;
    } catch (error) {
      failures += 1;
      nextTry = clock.now().getTime() + PAUSE;
      throw error;
    }
  };
};

/**
 * A registry that is not asked more than needed: whom it knows is kept for a short while, questions for one number at
 * the same time are one question, and after several timeouts it is left alone for a moment. That it does not know a
 * number is never kept: the person may be entered in the meantime.
 */
export const patientRegistry = (registry: MemberRegistry, keep: number, clock: Clock): MemberRegistry => {
  const find = refusingSoon(registry, clock);
  const known = new LRUCache<string, RegistryEntry>({
    max: MOST,
    ttl: keep,
    ttlResolution: 0,
    perf: { now: () => clock.now().getTime() },
    fetchMethod: (insuranceNumber) => find(insuranceNumber),
  });
  return { find: (insuranceNumber) => known.fetch(insuranceNumber) };
};
