import { bad, bare, DIGITS, ok, type Checked } from '../../core/contact.js';
import { clean } from '../../core/text.js';

export { checkEmail, checkPhone, type Checked } from '../../core/contact.js';

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
