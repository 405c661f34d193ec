/** Round constants of SHA-256: cube roots of the first 64 primes. */
const K = (() => {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
  return Int32Array.from(primes, (prime) => ((Math.cbrt(prime) % 1) * 2 ** 32) | 0);
})();

const START = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

const turn = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

const w = new Int32Array(64);
const at = (index: number): number => w[index] ?? 0;

/** The words of a short ASCII text (at most 55 signs) as one block. */
const fill = (text: string): void => {
  w.fill(0);
  for (let i = 0; i <= text.length; i += 1)
    w[i >> 2] = at(i >> 2) | ((i < text.length ? text.charCodeAt(i) : 0x80) << (24 - (i % 4) * 8));
  w[15] = text.length * 8;
  for (let i = 16; i < 64; i += 1) {
    const [a, b] = [at(i - 15), at(i - 2)];
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    w[i] = (at(i - 16) + s0 + at(i - 7) + s1) | 0;
  }
};

/**
 * The first 32 bits of the SHA-256 of a short ASCII text. Browsers hash one text at a time and only over https, which is
 * far too slow for thousands; nothing secret goes through here.
 */
export const firstBits = (text: string): number => {
  fill(text);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = START;
  for (let i = 0; i < 64; i += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] ?? 0) + at(i)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  return (a + (START[0] ?? 0)) >>> 0;
};
