import { DAY, type Clock } from '../../src/core/clock.js';
import type { Table } from '../../src/core/db/table.js';
import { indexes, provinceLoad, type ProvinceRows } from '../../src/core/province.js';
import type { AccountRow } from '../../src/modules/auth/account.model.js';
import { hashing } from '../../src/modules/auth/hashing.service.js';
import { accountOf, CITIZEN_PASSWORD } from '../demo/auth.js';
import { provinceId, provincePerson } from './people.js';

/** Three people of ten have an account, all with the password of the demo: it is hashed once. */
export const provinceAccounts = async (accounts: Table<AccountRow>, clock: Clock): Promise<ProvinceRows> => {
  const passwordHash = await hashing.hash(CITIZEN_PASSWORD);
  const now = clock.now().getTime();
  const rowOf = (index: number): AccountRow => {
    const { person, chance } = provincePerson(index);
    const citizen = { ...person, phone: person.phone ?? `03${20_000_000 + index}`, email: null };
    const openedAt = new Date(now - chance.int(1, 80) * DAY);
    return { ...accountOf(citizen, passwordHash, openedAt), id: provinceId(4, index) };
  };
  return (from, to) => [
    provinceLoad(
      accounts,
      ['insuranceNumber'],
      indexes(from, to)
        .filter((index) => index % 10 < 3)
        .map(rowOf),
    ),
  ];
};
