import { fold } from '../../core/text.js';

/** Names of before the mergers of 2025, and names in daily use, with the code of the province of today. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  ...{ 'ha giang': '08', 'bac kan': '19', 'bac can': '19', 'yen bai': '15', 'hoa binh': '25', 'vinh phuc': '25' },
  ...{ 'bac giang': '24', 'hai duong': '31', 'thai binh': '33', 'ha nam': '37', 'nam dinh': '37', 'quang binh': '44' },
  ...{ 'quang nam': '48', 'binh dinh': '52', 'phu yen': '66', 'ninh thuan': '56', 'binh thuan': '68', 'kon tum': '51' },
  ...{ 'dak nong': '68', 'dac nong': '68', 'binh phuoc': '75', 'binh duong': '79', 'ba ria': '79', 'vung tau': '79' },
  ...{ 'long an': '80', 'tien giang': '82', 'ben tre': '86', 'tra vinh': '86', 'kien giang': '91', 'hau giang': '92' },
  ...{
    'soc trang': '92',
    'bac lieu': '96',
    'sai gon': '79',
    tphcm: '79',
    hcm: '79',
    'tp hcm': '79',
    hn: '01',
    'da nag': '48',
  },
  ...{ 'thua thien hue': '46', 'buon ma thuot': '66', 'nha trang': '56', 'da lat': '68', 'dac lac': '66' },
};

export interface Named {
  readonly code: string;
  readonly name: string;
}

/** "Thành phố Đà Nẵng", "Phường Thanh Khê" without the first words, folded. */
export const bare = (name: string): string =>
  fold(name).replace(
    /^(thanh pho|tinh|phuong|xa|dac khu|bhxh co so|bhxh tinh|bhxh thanh pho|bao hiem xa hoi co so) /,
    '',
  );

const padded = (text: string): string =>
  ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** The name that stands in a text as whole words, the longest. */
export const namedIn = (text: string, names: readonly Named[]): (Named & { readonly bare: string }) | undefined => {
  const words = padded(text);
  return names
    .map(({ code, name }) => ({ code, name, bare: bare(name) }))
    .filter(({ bare: word }) => word.length > 1 && words.includes(` ${word} `))
    .sort((a, b) => b.bare.length - a.bare.length)[0];
};

/** The province of today that a text names, by its name or an older one. */
export const provinceIn = (
  text: string,
  provinces: readonly Named[],
): (Named & { readonly bare: string }) | undefined => {
  const found = namedIn(text, provinces);
  if (found) return found;
  const words = padded(text);
  const old = Object.entries(OLD_NAMES).find(([name]) => words.includes(` ${name} `));
  const province = old && provinces.find(({ code }) => code === old[1]);
  return old && province ? { ...province, bare: old[0] } : undefined;
};

const OFFICE =
  /\b(bhxh|bao hiem( xa hoi)?|co quan|van phong|tru so|chi nhanh|dia chi|o dau|nop|gan day|sdt|so dien thoai|lien he)\b/;
const ELSE =
  /\b(benh vien|phong kham|tram y te|kham|cskcb|bv|cong ty|dai ly|diem thu|viec lam|nha|khach san|quan an|quan ca phe|ve may bay|du lich|thoi tiet|that nghiep|luong huu|thai san|rut|huong|mot lan)\b/;

/** Whether a text that names a place asks for the office there. */
export const asksForOffice = (text: string): boolean => OFFICE.test(padded(text)) && !ELSE.test(padded(text));

const FACILITY = /\b(benh vien|phong kham|tram y te|cskcb|bv)\b/;
export const asksForFacility = (text: string): boolean => FACILITY.test(padded(text));
