import { csvOf, exampleText, rowsOf, type CsvRow } from '../kit/imports.js';

const TRADES = ['Cơ khí', 'Dệt may', 'Thủy sản', 'Lốp xe', 'Bánh kẹo', 'Vận tải', 'Du lịch', 'In ấn', 'Xây lắp', 'Gỗ'];
const PLACES = ['Hòa Khánh', 'Sơn Trà', 'Cẩm Lệ', 'Thanh Khê', 'Điện Bàn', 'Tam Kỳ', 'Hội An'];

/** Names in which the marks matter, and one address that a spreadsheet would work out. */
const SPECIAL: readonly (readonly [name: string, address: string])[] = [
  ['Công ty TNHH Đường Mía Sông Trong', '1 Ngô Quyền'],
  ['Hợp tác xã Đường Sắt Bắc', '2 Ngô Quyền'],
  ['Công ty CP Duong Gia', '3 Ngô Quyền'],
  ['Công ty CP Dương Liễu', '4 Ngô Quyền'],
  ['Công ty TNHH Tính tổng', '=SUM(A1:A9)'],
];

const LETTERS = 'ABCDEFGHKLMNPQRSTUVXY';

const letter = (index: number): string => LETTERS[index % LETTERS.length] ?? 'A';

/** Lines of made-up employers of Đà Nẵng, all with the word "Công ty" but one. */
export const employersCsv = (count: number): string => {
  const [example] = rowsOf(exampleText('employers'));
  const rows = Array.from({ length: count }, (_, index): CsvRow => {
    const special = SPECIAL[index];
    const name = `Công ty CP ${TRADES[index % TRADES.length]} ${PLACES[index % PLACES.length]} số ${index}`;
    return {
      ...example,
      ma_don_vi: `QZ${String(index).padStart(4, '0')}${letter(index)}`,
      ten: special?.[0] ?? name,
      ma_tinh: '48',
      ma_xa: '20242',
      dia_chi: special?.[1] ?? `${index} Ngô Quyền, phường Hải Châu, thành phố Đà Nẵng`,
      ma_co_quan: '04803',
      ma_so_thue: '',
      tinh_trang: '',
      tu_ngay: '',
      den_ngay: '',
    };
  });
  return csvOf(rows);
};

/** Lines of made-up facilities of Đà Nẵng; the first has ended. */
export const facilitiesCsv = (count: number): string => {
  const [example] = rowsOf(exampleText('facilities'));
  const rows = Array.from({ length: count }, (_, index): CsvRow => {
    return {
      ...example,
      ma_cskcb: `48Z${String(index).padStart(2, '0')}`,
      ten: index === 0 ? 'Phòng khám đa khoa Số Nghỉ' : `Phòng khám đa khoa ${PLACES[index % PLACES.length]} ${index}`,
      ma_tinh: '48',
      ma_xa: '20242',
      dia_chi: `${index} Lê Lợi, phường Hải Châu, thành phố Đà Nẵng`,
      ma_co_quan: '04803',
      tinh_trang: index === 0 ? 'đã ngừng' : '',
      ky_hop_dong_bhyt: 'có',
      cap_giay_nghi_viec: index % 2 ? 'có' : 'không',
      tu_ngay: '',
      den_ngay: '',
    };
  });
  return csvOf(rows);
};
