import { accounts, codes, type Accounts, type Codes } from '../../src/contracts/auth.js';
import type { Port } from '../../src/core/contract.js';
import type { House } from '../kit/house.js';

/** What the module offers to others, as they get it. */
const portOf = <T>(house: House, port: Port<T>): T =>
  house.app.modules.find(({ definition }) => definition.id === 'auth')?.parts.provides?.get(port.key) as T;

export const accountsOf = (house: House): Accounts => portOf(house, accounts);
export const codesOf = (house: House): Codes => portOf(house, codes);
