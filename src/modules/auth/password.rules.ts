/** What a new password is measured against. */
export interface PasswordOwner {
  readonly insuranceNumber: string;
  readonly citizenId?: string | null;
  readonly phone?: string;
  readonly fullName?: string;
  /** Officers sign in with a name. */
  readonly username?: string;
}

const CLASSES = [/\p{Lowercase_Letter}/u, /\p{Uppercase_Letter}/u, /\d/, /[^\p{L}\d]/u];

const classesOf = (password: string): number => CLASSES.filter((pattern) => pattern.test(password)).length;

/** Digits of the password as typed, without the signs people put between them. */
const joined = (password: string): string => password.replace(/[\s./_-]+/g, '');

/** A number is also recognised by six of its digits in a row, at its beginning or end. */
const holds = (password: string, number: string): boolean =>
  number.length >= 6 && [number, number.slice(0, 6), number.slice(-6)].some((part) => joined(password).includes(part));

/** Identity numbers carry century, sex and year of birth in digits 4 to 6. */
export const birthYearOf = (citizenId: string | null | undefined): string | undefined => {
  const [, century, year] = /^\d{3}([0-5])(\d{2})\d{6}$/.exec(citizenId ?? '') ?? [];
  return century === undefined ? undefined : String(1900 + Math.floor(Number(century) / 2) * 100 + Number(year));
};

const DATE = /(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d/;

/** What a person has to mend, in Vietnamese; undefined when the form of the password is good. Its guessability is measured apart. */
export const passwordFault = (password: string, owner: PasswordOwner): string | undefined => {
  const length = [...password].length;
  if (length > 128) return 'Mật khẩu dài quá 128 ký tự. Hãy chọn mật khẩu ngắn hơn.';
  if (length < 8 || (length < 10 && classesOf(password) < 3))
    return 'Mật khẩu còn ngắn. Hãy dùng ít nhất 10 ký tự, hoặc 8 ký tự gồm 3 loại: chữ thường, chữ hoa, chữ số, dấu.';
  if (holds(password, owner.insuranceNumber))
    return 'Mật khẩu không được chứa mã số BHXH của bạn. Hãy chọn mật khẩu khác.';
  if (owner.citizenId && holds(password, owner.citizenId))
    return 'Mật khẩu không được chứa số định danh của bạn. Hãy chọn mật khẩu khác.';
  if (owner.phone && holds(password, owner.phone))
    return 'Mật khẩu không được chứa số điện thoại của bạn. Hãy chọn mật khẩu khác.';
  if (owner.username && owner.username.length >= 4 && password.toLowerCase().includes(owner.username))
    return 'Mật khẩu không được chứa tên đăng nhập của bạn. Hãy chọn mật khẩu khác.';
  const year = birthYearOf(owner.citizenId);
  if ((year && password.includes(year)) || DATE.test(joined(password)))
    return 'Mật khẩu không được chứa ngày sinh hoặc năm sinh. Người khác dễ đoán ra, hãy chọn mật khẩu khác.';
  return undefined;
};

export const GUESSABLE =
  'Mật khẩu này dễ đoán. Hãy ghép vài từ không liên quan với nhau, ví dụ tên một món ăn, một nơi chốn và một con số.';

/** Words and habits that come first when somebody guesses a Vietnamese password. */
export const COMMON_WORDS: readonly string[] = (
  'matkhau matkhaumoi password passw0rd admin administrator khongbiet khongco anhyeuem emyeuanh yeuem yeuanh iloveyou ' +
  'vietnam vietnamvodich hanoi saigon danang hochiminh bachho hoilamgi motngaymoi giadinh chimsedinang conyeu bome ' +
  'baohiem baohiemxahoi bhxh bhyt vssid ansinh congdan canbo sodinhdanh thebaohiem nguyenvan nguyenthi nguyen tran le pham ' +
  'hoang phan vu vo dang bui do ho ngo duong ly qwerty qwertyuiop qwerty123 asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx 1q2w3e4r ' +
  '1qaz2wsx abc123 abcd1234 a123456 aa123456 123456 1234567 12345678 123456789 1234567890 0123456789 987654321 0987654321 ' +
  '111111 000000 666666 888888 999999 123123 123321 112233 696969 monkey dragon football welcome letmein princess sunshine'
).split(' ');
