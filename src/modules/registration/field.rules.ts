import { clean } from '../../core/text.js';

/** A field looked at: its normal form, or one sentence that says what is wrong and what to do. */
export type Checked = { readonly value: string } | { readonly fault: string };

const ok = (value: string): Checked => ({ value });
const bad = (fault: string): Checked => ({ fault });

/** Blanks, dots and dashes that people put between digits. */
const bare = (text: string): string => clean(text).replace(/[\s.\-–()]/g, '');

const DIGITS = /^[0-9]+$/;

export const checkInsuranceNumber = (text: string): Checked => {
  const number = bare(text);
  if (!number) return bad('Hãy nhập mã số BHXH, 10 chữ số ghi trên thẻ BHYT hoặc sổ BHXH.');
  if (/^[A-Z]{2}\d{13}$/i.test(number)) return bad('Đây là mã thẻ BHYT. Hãy nhập 10 số cuối của mã thẻ.');
  if (!DIGITS.test(number)) return bad('Mã số BHXH chỉ gồm chữ số. Hãy nhập đủ 10 chữ số, ví dụ 4811223344.');
  if (number.length !== 10)
    return bad(`Số bạn nhập có ${number.length} chữ số. Hãy nhập đủ 10 chữ số, ví dụ 4811223344.`);
  return ok(number);
};

const NAME = /^\p{Script=Latin}[\p{Script=Latin} '’.-]*$/u;

/** Straight and curly apostrophes are the same letter of a name. */
export const checkName = (text: string): Checked => {
  const name = clean(text).replace(/’/g, "'");
  if (!name) return bad('Hãy nhập họ và tên, viết có dấu, đúng như trên giấy tờ.');
  if (name.length < 2) return bad('Họ và tên quá ngắn. Hãy nhập đầy đủ như trên giấy tờ.');
  if (name.length > 100) return bad('Họ và tên dài quá 100 ký tự. Hãy nhập đúng như trên giấy tờ.');
  if (/\d/.test(name)) return bad('Họ và tên không có chữ số. Hãy nhập đúng như trên giấy tờ.');
  if (/\p{M}/u.test(name)) return bad('Họ và tên có dấu đặt sai chữ. Hãy xóa và gõ lại, ví dụ Trần Thị Bình.');
  if (!NAME.test(name)) return bad('Họ và tên chỉ gồm chữ cái và dấu cách. Hãy bỏ ký tự lạ, ví dụ Trần Thị Bình.');
  return ok(name);
};

const DATE = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/;

const exists = (day: number, month: number, year: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const two = (part: string): string => part.padStart(2, '0');

/** Birth date as dd/mm/yyyy, mm/yyyy or yyyy; `today` is yyyy-mm-dd. */
export const checkBirthDate = (text: string, today: string): Checked => {
  const typed = clean(text).replace(/\s*([/.-])\s*/g, '$1');
  if (!typed) return bad('Hãy nhập ngày sinh, ví dụ 12/05/1990. Chỉ biết năm thì nhập 1990.');
  const parts = DATE.exec(typed);
  if (!parts)
    return bad('Ngày sinh chưa đúng dạng. Hãy nhập ngày/tháng/năm, ví dụ 12/05/1990, hoặc tháng/năm, hoặc năm.');
  const [, day, month, year = ''] = parts;
  if (month && (Number(month) < 1 || Number(month) > 12))
    return bad(`Không có tháng ${month}. Hãy nhập ngày/tháng/năm, ví dụ 12/05/1990.`);
  if (day && !exists(Number(day), Number(month), Number(year)))
    return bad(`Ngày ${typed} không có trong lịch. Hãy xem lại ngày sinh trên giấy tờ.`);
  if (Number(year) < 1900) return bad('Năm sinh phải từ 1900. Hãy xem lại ngày sinh trên giấy tờ.');
  const form = [day, month, year].filter((part) => part !== undefined).map(two);
  if (form.toReversed().join('-') > today.slice(0, form.toReversed().join('-').length))
    return bad('Ngày sinh ở tương lai. Hãy xem lại ngày sinh trên giấy tờ.');
  return ok(form.join('/'));
};

const PASSPORT = /^[A-Z]\d{7,8}$/;

/** A passport has one page with the data, so it has no back side. */
export const isPassport = (paperNumber: string): boolean => PASSPORT.test(paperNumber);

export const checkPaperNumber = (text: string): Checked => {
  const number = bare(text).toUpperCase();
  if (!number) return bad('Hãy nhập số căn cước (12 chữ số) hoặc số hộ chiếu.');
  if (/^\d{12}$/.test(number) || isPassport(number)) return ok(number);
  if (/^\d{9}$/.test(number))
    return bad('CMND 9 số đã hết giá trị từ ngày 01/01/2025. Hãy nhập số căn cước 12 chữ số hoặc số hộ chiếu.');
  if (DIGITS.test(number))
    return bad(`Số bạn nhập có ${number.length} chữ số. Số căn cước có 12 chữ số, ví dụ 048190001234.`);
  return bad('Số giấy tờ chưa đúng. Hãy nhập 12 chữ số của căn cước, hoặc số hộ chiếu như C1234567.');
};

const MOBILE = /^0(3[2-9]|5[25689]|7[06789]|8[1-9]|9\d)\d{7}$/;

/** +84, 0084 and 84 in front stand for 0. */
const national = (number: string): string =>
  number
    .replace(/^(?:\+|00)84(?=0?\d)/, '0')
    .replace(/^84(?=\d{9}$)/, '0')
    .replace(/^00(?=\d{9}$)/, '0');

export const checkPhone = (text: string): Checked => {
  const phone = national(bare(text));
  if (!phone) return bad('Hãy nhập số điện thoại di động của bạn, ví dụ 0905612347.');
  if (!DIGITS.test(phone)) return bad('Số điện thoại chỉ gồm chữ số. Hãy nhập đủ 10 chữ số, ví dụ 0905612347.');
  if (/^02\d{8,9}$/.test(phone))
    return bad('Đây là số máy bàn, không nhận được SMS. Hãy nhập số di động, ví dụ 0905612347.');
  if (phone.length !== 10)
    return bad(`Số bạn nhập có ${phone.length} chữ số. Hãy nhập đủ 10 chữ số, ví dụ 0905612347.`);
  if (!MOBILE.test(phone))
    return bad(`Đầu số ${phone.slice(0, 3)} không phải số di động. Hãy xem lại, ví dụ 0905612347.`);
  return ok(phone);
};

const EMAIL =
  /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/;

/** Optional: nothing typed is right, too. */
export const checkEmail = (text: string): Checked => {
  const address = clean(text);
  if (!address) return ok('');
  if (address.length > 120) return bad('Địa chỉ thư dài quá 120 ký tự. Hãy nhập địa chỉ khác hoặc để trống.');
  if (!EMAIL.test(address)) return bad('Địa chỉ thư chưa đúng dạng. Hãy nhập như ten@vidu.vn, hoặc để trống.');
  return ok(address.toLowerCase());
};

const STREET = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ,./()'’&+#–-]*$/u;

export const checkStreet = (text: string): Checked => {
  const street = clean(text);
  if (!street) return bad('Hãy nhập số nhà, tên đường hoặc tổ, xóm, khu phố, thôn.');
  if (street.length < 5) return bad('Địa chỉ quá ngắn. Hãy ghi rõ số nhà, tên đường hoặc tổ, thôn.');
  if (street.length > 200) return bad('Địa chỉ dài quá 200 ký tự. Hãy ghi ngắn lại.');
  if (!STREET.test(street)) return bad('Địa chỉ có ký tự lạ. Chỉ dùng chữ, số và các dấu , . / - ( ).');
  return ok(street);
};

export const checkSex = (text: string): Checked =>
  text === 'male' || text === 'female' ? ok(text) : bad('Hãy chọn giới tính như trên giấy tờ.');

export const checkProvince = (text: string): Checked =>
  /^\d{2}$/.test(text) ? ok(text) : bad('Hãy chọn tỉnh, thành phố nơi bạn ở.');

export const checkCommune = (text: string): Checked =>
  /^\d{5}$/.test(text) ? ok(text) : bad('Hãy chọn tỉnh rồi bấm Chọn tỉnh, sau đó chọn phường, xã, đặc khu.');

export const checkAgency = (text: string): Checked =>
  /^\d{5}$/.test(text) ? ok(text) : bad('Hãy chọn cơ quan BHXH tiếp nhận, nơi gần nhà hoặc gần chỗ làm của bạn.');

export const checkCommitment = (text: string): Checked =>
  text === 'yes' ? ok(text) : bad('Hãy đọc và đánh dấu vào ô cam kết để gửi tờ khai.');
