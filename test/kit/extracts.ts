import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { familyNames, femaleNames, maleNames, otherEmployers, jobs, streets } from '../../seeders/data/people.js';

/** Invented extracts of a province, as large as wanted; line n is the same in every run. */

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const digits = (n: number, length: number): string => String(n).padStart(length, '0');

export const insuranceNumberOf = (n: number): string => `48${digits(n, 8)}`;

const person = (n: number): string => {
  const woman = n % 2 === 1;
  const name = `${pick(familyNames, n)} ${pick(woman ? femaleNames : maleNames, n >> 3)}`;
  const street = `${(n % 900) + 1} ${pick(streets, n >> 2)}`;
  const year = 1950 + (n % 55);
  const birth = n % 50 === 7 ? year : `${digits((n % 28) + 1, 2)}/${digits((n % 12) + 1, 2)}/${year}`;
  return [
    insuranceNumberOf(n),
    `0480${digits(n, 8)}`,
    name,
    birth,
    woman ? 'Nữ' : 'Nam',
    '',
    n % 3 === 0 ? '' : `09${digits(n, 8)}`,
    n % 7 === 0 ? `ten${n}@vidu.vn` : '',
    street,
    digits(20_194 + (n % 90), 5),
    '48',
    `"${street}, phường Hải Châu, thành phố Đà Nẵng"`,
    '',
    `48${digits(n >> 2, 8)}`,
    n % 4 === 0 ? '00' : '08',
  ].join(',');
};

export const PEOPLE_HEADING =
  'ma_so_bhxh,so_cccd,ho_ten,ngay_sinh,gioi_tinh,so_giay_to,dien_thoai,email,so_nha,ma_xa,ma_tinh,dia_chi,dia_chi_cu,ma_ho,quan_he';

const FUNDS = ['BHXH', 'BHTN', 'BHTNLĐ-BNN', 'BHYT'] as const;

/** The `k`-th row of a person: stretches of a year and a half, each in four funds. */
const stretch = (n: number, k: number): string => {
  const employer = pick(otherEmployers, n + (k >> 2));
  const [job, position] = pick(jobs, n + k);
  const from = 2010 * 12 + 18 * (k >> 2) + (n % 12);
  const month = (index: number): string => `${digits((index % 12) + 1, 2)}/${Math.floor(index / 12)}`;
  const wage = 5_000_000 + (n % 40) * 250_000;
  return [
    insuranceNumberOf(n),
    pick(FUNDS, k),
    'Bắt buộc',
    month(from),
    month(from + 17),
    employer.code,
    `"${employer.name}"`,
    `"${job}"`,
    `"${position}"`,
    `"${employer.workplace}"`,
    wage,
    '',
    n % 97 === 0 ? 'Chậm đóng' : 'Đã đóng',
    'không',
    '',
  ].join(',');
};

export const PARTICIPATION_HEADING =
  'ma_so_bhxh,quy,loai,tu_thang,den_thang,ma_don_vi,ten_don_vi,chuc_danh,chuc_vu,noi_lam_viec,tien_luong_dong,muc_luong,trang_thai,huong_mot_lan,ngay_cap_nhat';

/** Lines that are written in one piece. */
const PIECE = 1_000;

const write = (path: string, heading: string, count: number, line: (n: number) => string): Promise<void> => {
  const pieces = function* (): Generator<string> {
    yield `${heading}\n`;
    for (let from = 0; from < count; from += PIECE) {
      const some = Array.from({ length: Math.min(PIECE, count - from) }, (_, n) => line(from + n));
      yield `${some.join('\n')}\n`;
    }
  };
  return pipeline(Readable.from(pieces()), createWriteStream(path));
};

/** So many people; every `bad`-th has lost a digit of its number. */
export const writePeople = (path: string, count: number, bad = Infinity): Promise<void> =>
  write(path, PEOPLE_HEADING, count, (n) => (n % bad === bad - 1 ? person(n).slice(1) : person(n)));

/** So many rows for each of so many people. */
export const writeParticipation = (path: string, people: number, each: number): Promise<void> =>
  write(path, PARTICIPATION_HEADING, people * each, (n) => stretch(Math.floor(n / each), n % each));
