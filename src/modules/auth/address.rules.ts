import { plainAddress, type Network } from '../../core/address.js';

/** Whether an address lies in one of the networks; without any network every address does. */
export const isAdmitted = (ip: string, networks: readonly Network[]): boolean =>
  networks.length === 0 || networks.some(({ contains }) => contains(plainAddress(ip)));
