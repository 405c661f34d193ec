import { BlockList, isIP } from 'node:net';

/** IPv4 as such, also where it comes in the form of IPv6. */
export const plainAddress = (ip: string): string => ip.replace(/^::ffff:(?=\d+\.)/i, '');

/** The four leading groups of an IPv6 address, written out: one home has a whole /64. */
const prefix64 = (ip: string): string => {
  const [head = '', tail] = ip.split('::');
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  return [...front, ...gap, ...back]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};

/** An address as it is counted: IPv4 as it is, IPv6 by its /64. */
export const countedHome = (ip: string): string => {
  const plain = plainAddress(ip);
  return isIP(plain) === 6 ? prefix64(plain) : plain;
};

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

/** Under which name the tries of an address are counted: its network where one is set, else IPv4 address or IPv6 /64. */
export const countedAddress = (ip: string, networks: readonly Network[]): string => {
  const plain = plainAddress(ip);
  return networks.find(({ contains }) => contains(plain))?.name ?? countedHome(ip);
};
