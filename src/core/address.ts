import { isIP } from 'node:net';

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
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(plain) === 6 ? prefix64(plain) : plain;
};
