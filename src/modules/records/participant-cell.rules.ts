const NAME = /^\p{Script=Latin}[\p{Script=Latin} '’.-]*$/u;

/** A name in the letters of Latin, foreign ones too; digits and signs are slips of the extract. */
export const readName = (text: string): string | undefined => {
  const name = text.replace(/’/g, "'");
  return name.length >= 2 && name.length <= 120 && NAME.test(name) ? name : undefined;
};

/** Ten digits of a mobile or eleven of a landline; +84, 0084 and 84 in front stand for 0. */
export const readPhone = (text: string): string | undefined => {
  const number = text
    .replace(/[\s.\-()]/g, '')
    .replace(/^(?:\+|00)84(?=0?\d)/, '0')
    .replace(/^84(?=\d{9,10}$)/, '0')
    .replace(/^00(?=\d{9}$)/, '0');
  return /^0(?:[35789]\d{8}|2\d{8,9})$/.test(number) ? number : undefined;
};

const EMAIL = /^[^\s@,;<>]+@[^\s@,;<>]+\.[a-z]{2,24}$/;

export const readEmail = (text: string): string | undefined => {
  const email = text.toLowerCase();
  return email.length <= 254 && EMAIL.test(email) ? email : undefined;
};

/** What a member is to the head of the household, in the order of the codes 00 to 22. */
const ROLES = [
  'Chủ hộ',
  'Vợ',
  'Chồng',
  'Bố',
  'Mẹ',
  'Em',
  'Anh',
  'Chị',
  'Con',
  'Cháu',
  'Ông',
  'Bà',
  'Cô',
  'Dì',
  'Chú',
  'Thím',
  'Bác',
  'Cậu',
  'Mợ',
  'Con dâu',
  'Con rể',
  'Chắt',
  'Khác',
] as const;

/** The code of two digits, from the code or the word. */
export const readHouseholdRole = (text: string): string | undefined => {
  const word = text.toLowerCase();
  const place = ROLES.findIndex((role) => role.toLowerCase() === word);
  const code = place < 0 ? text : String(place).padStart(2, '0');
  return /^(?:[01]\d|2[0-2])$/.test(code) ? code : undefined;
};
