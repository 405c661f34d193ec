import type { BadRow } from './bad-row.js';

const CALENDAR = 'không phải một ngày có trong lịch. Hãy ghi ngày/tháng/năm, ví dụ 31/12/2026.';
const MONEY = 'không phải số tiền. Hãy ghi số đồng nguyên, không âm, ví dụ 1250000.';
const STRANGER = 'Chưa có người tham gia với mã số BHXH này. Hãy nạp tệp người tham gia (participants) trước.';
const ZERO = 'có lẽ Excel đã bỏ số 0 ở đầu. Hãy định dạng cột là Văn bản (Text) rồi nhập lại đủ số.';
const SPAN = 'Đến ngày đứng trước Từ ngày. Hãy xem lại hai ngày này.';
const CARD = 'không đúng dạng: phải là 15 ký tự, ví dụ DN4484812345678.';
const FACILITY = 'không đúng dạng: phải là 2 chữ số và 3 chữ số hoặc chữ cái, ví dụ 48001.';

export const participants: readonly BadRow[] = [
  [{ ma_so_bhxh: '123456789' }, 'ma_so_bhxh', `Mã số BHXH có 9 chữ số, phải có 10: ${ZERO}`],
  [
    { ma_so_bhxh: '4,83E+09' },
    'ma_so_bhxh',
    'Mã số BHXH "4,83E+09" đã bị Excel viết tắt và mất chữ số. Hãy định dạng cột là Văn bản (Text) rồi nhập lại đủ 10 chữ số.',
  ],
  [
    { ho_ten: 'Lương Văn 2' },
    'ho_ten',
    'Họ và tên "Lương Văn 2" có chữ số hoặc ký tự lạ, hoặc dài quá 120 ký tự. Hãy ghi như trên giấy tờ.',
  ],
  [
    { ngay_sinh: '31/02/1985' },
    'ngay_sinh',
    'Ngày sinh "31/02/1985" không có trong lịch hoặc không đúng dạng. Hãy ghi ngày/tháng/năm, ví dụ 12/05/1990; chỉ biết tháng, năm thì ghi 05/1990 hoặc 1990.',
  ],
  [{ gioi_tinh: 'khác' }, 'gioi_tinh', 'Giới tính "khác" không có trong danh sách. Hãy ghi một trong: "Nam", "Nữ".'],
  [
    { so_cccd: '048190910022' },
    'so_cccd',
    'Số CCCD này đã thuộc người có mã số BHXH 4830•••202. Hãy xem lại hai người này.',
  ],
  [
    { dien_thoai: '0412345678' },
    'dien_thoai',
    'Số điện thoại "0412345678" không phải số điện thoại Việt Nam. Hãy ghi 10 chữ số, ví dụ 0905612347, hoặc để trống.',
  ],
  [
    { email: 'khong-co-a-cong' },
    'email',
    'Địa chỉ thư "khong-co-a-cong" chưa đúng dạng. Hãy ghi như ten@vidu.vn, hoặc để trống.',
  ],
];

export const participation: readonly BadRow[] = [
  [{ ma_so_bhxh: '4899999999' }, 'ma_so_bhxh', STRANGER],
  [
    { quy: 'BHNT' },
    'quy',
    'Quỹ "BHNT" không có trong danh sách. Hãy ghi một trong: "BHXH", "BHTN", "BHTNLĐ-BNN", "BHTNLĐ", "BHYT".',
  ],
  [
    { tu_thang: '13/2019' },
    'tu_thang',
    'Từ tháng "13/2019" không phải một tháng. Hãy ghi tháng/năm, ví dụ 03/2018 hoặc 2018-03.',
  ],
  [{ den_thang: '02/2019' }, 'den_thang', 'Đến tháng đứng trước Từ tháng. Hãy xem lại hai tháng này.'],
  [{ ten_don_vi: '' }, 'ma_don_vi', 'Tham gia bắt buộc phải có Mã đơn vị và Tên đơn vị.'],
  [{ tien_luong_dong: '-5000000' }, 'tien_luong_dong', `Tiền lương đóng "-5000000" ${MONEY}`],
  [{ tien_luong_dong: '6.50.000' }, 'tien_luong_dong', `Tiền lương đóng "6.50.000" ${MONEY}`],
  [
    { quy: 'BHYT', huong_mot_lan: 'có' },
    'huong_mot_lan',
    'Chỉ thời gian đóng BHXH mới hưởng một lần. Hãy ghi "không" hoặc sửa Quỹ.',
  ],
];

export const cards: readonly BadRow[] = [
  [{ ma_so_bhxh: '4899999999', ma_the: 'DN4484899999999' }, 'ma_so_bhxh', STRANGER],
  [{ ma_the: 'DN9484830000101' }, 'ma_the', `Mã thẻ BHYT "DN9484830000101" ${CARD}`],
  [
    { ma_the: 'DN4484830000202' },
    'ma_the',
    '10 số cuối của Mã thẻ BHYT khác Mã số BHXH 4830000101. Hãy xem lại thẻ của ai.',
  ],
  [{ khu_vuc: 'K4' }, 'khu_vuc', 'Mã nơi sinh sống "K4" không đúng dạng: phải là K1, K2 hoặc K3.'],
  [{ den_ngay: '31/12/2024' }, 'den_ngay', 'Giá trị đến đứng trước Giá trị từ. Hãy xem lại hai ngày này.'],
  [{ ngay_cap: '2025-13-01' }, 'ngay_cap', `Ngày cấp "2025-13-01" ${CALENDAR}`],
  [
    { tinh_trang: 'mất' },
    'tinh_trang',
    'Tình trạng "mất" không có trong danh sách. Hãy ghi một trong: "còn hiệu lực", "đã thu hồi".',
  ],
];

export const benefits: readonly BadRow[] = [
  [
    { nhom: 'Nghỉ mát' },
    'nhom',
    'Nhóm "Nghỉ mát" không có trong danh sách. Hãy ghi một trong: "BHXH một lần", "Ốm đau, thai sản", "Hàng tháng", "BHTN".',
  ],
  [
    { so_quyet_dinh: '125#QĐ' },
    'so_quyet_dinh',
    'Số quyết định "125#QĐ" không đúng dạng: phải là chữ, số và các dấu / . , _ -, không quá 60 ký tự.',
  ],
  [{ so_tien: '23,5 triệu' }, 'so_tien', `Số tiền "23,5 triệu" ${MONEY}`],
  [{ so_ngay: '-1' }, 'so_ngay', 'Số ngày nghỉ "-1" không phải số nguyên từ 0 đến 1000.'],
  [
    { hinh_thuc: 'Tiền mặt' },
    'so_tai_khoan',
    'Có Số tài khoản mà Hình thức nhận không phải "Qua tài khoản". Hãy xem lại hai ô này.',
  ],
  [{ trang_thai: 'Bảo lưu' }, 'trang_thai', 'Chỉ BHTN mới có trạng thái "Bảo lưu". Hãy xem lại Nhóm và Trạng thái.'],
  [{ den_ngay: '14/09/2017' }, 'den_ngay', SPAN],
  [{ ma_so_bhxh: '4899999999' }, 'ma_so_bhxh', STRANGER],
];

export const visits: readonly BadRow[] = [
  [
    { bhyt_tt: '36001' },
    'thanh_tien',
    'BHYT TT 36.001 + cùng chi trả 9.000 + tự trả 0 + nguồn khác 0 = 45.001, khác Thành tiền 45.000.',
  ],
  [
    { tong_tu_tra: '50000' },
    'tong_chi_phi',
    'BHYT TT 101.640 + cùng chi trả 25.410 + tự trả 50.000 + nguồn khác 0 = 177.050, khác Tổng chi phí 127.050.',
  ],
  [
    { don_gia: '45.000' },
    'don_gia',
    'Số lượng 1 x Đơn giá 45 khác Thành tiền 45.000. Đơn giá không có dấu chấm giữa hàng nghìn.',
  ],
  [
    { ngay_vao: '12/01/2026 25:10' },
    'ngay_vao',
    'Ngày vào "12/01/2026 25:10" không phải ngày giờ. Hãy ghi ngày/tháng/năm giờ:phút, ví dụ 15/01/2026 08:30.',
  ],
  [{ ngay_ra: '11/01/2026 08:00' }, 'ngay_ra', 'Ngày ra đứng trước Ngày vào. Hãy xem lại hai ngày này.'],
  [
    { ma_benh: 'viêm họng' },
    'ma_benh',
    'Mã bệnh "viêm họng" không đúng dạng: phải là mã ICD-10, ví dụ J00 hoặc E11.9.',
  ],
  [{ muc_huong: '180' }, 'muc_huong', 'Mức hưởng "180" không phải số nguyên từ 0 đến 100.'],
  [{ stt: '0' }, 'stt', 'Số thứ tự "0" không phải số nguyên từ 1 đến 9999.'],
  [{ thanh_tien: '45.000,5' }, 'thanh_tien', `Thành tiền "45.000,5" ${MONEY}`],
  [{ ma_the: 'DN448' }, 'ma_the', `Mã thẻ BHYT "DN448" ${CARD}`],
  [{ ma_so_bhxh: '4899999999' }, 'ma_so_bhxh', STRANGER],
];

export const visitPapers: readonly BadRow[] = [
  [
    { loai_giay: 'Đơn thuốc' },
    'loai_giay',
    'Loại chứng từ "Đơn thuốc" không có trong danh sách. Hãy ghi một trong: "Giấy nghỉ việc hưởng BHXH", "Giấy ra viện", "Giấy chứng sinh", "Tóm tắt hồ sơ bệnh án", "Giấy nghỉ dưỡng thai".',
  ],
  [
    { so_seri: 'số 1' },
    'so_seri',
    'Số seri "số 1" không đúng dạng: phải là chữ cái không dấu, số và các dấu / . -, không quá 40 ký tự.',
  ],
  [{ nghi_den: '' }, 'nghi_den', 'Nghỉ từ ngày và Nghỉ đến ngày đi cùng nhau. Hãy ghi cả hai hoặc để trống cả hai.'],
  [{ nghi_den: '01/01/2026' }, 'nghi_den', 'Nghỉ đến ngày đứng trước Nghỉ từ ngày. Hãy xem lại hai ngày này.'],
  [{ ma_cskcb: '48-01' }, 'ma_cskcb', `Mã CSKCB "48-01" ${FACILITY}`],
  [{ ma_so_bhxh: '4899999999' }, 'ma_so_bhxh', STRANGER],
];
