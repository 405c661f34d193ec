import { BlockList, isIP } from 'node:net';
import { countedHome } from '../../core/address.js';

/** A network such as 203.0.113.0/24 whose people share their addresses. */
export interface Network {
  readonly name: string;
  readonly contains: (ip: string) => boolean;
}

const CIDR = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/;

/** Parses one CIDR range; undefined when it is none. */
export const parseNetwork = (text: string): Network | undefined => {
  const [, address = '', bits = ''] = CIDR.exec(text.trim()) ?? [];
  const family = isIP(address);
  if (!family || Number(bits) > (family === 4 ? 32 : 128)) return undefined;
  const list = new BlockList();
  list.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  return { name: text.trim(), contains: (ip) => isIP(ip) > 0 && list.check(ip, isIP(ip) === 4 ? 'ipv4' : 'ipv6') };
};

/** IPv4 as such, also where it comes in the form of IPv6. */
export const plainAddress = (ip: string): string => ip.replace(/^::ffff:(?=\d+\.)/i, '');

/** Whether an address lies in one of the networks; without any network every address does. */
export const isAdmitted = (ip: string, networks: readonly Network[]): boolean =>
  networks.length === 0 || networks.some(({ contains }) => contains(plainAddress(ip)));

/** Under which name the tries of an address are counted: its network where one is set, else IPv4 address or IPv6 /64. */
export const countedAddress = (ip: string, networks: readonly Network[]): string => {
  const plain = plainAddress(ip);
  return networks.find(({ contains }) => contains(plain))?.name ?? countedHome(ip);
};
