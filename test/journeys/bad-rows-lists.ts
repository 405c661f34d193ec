import type { BadRow } from './bad-row.js';

const CALENDAR = 'không phải một ngày có trong lịch. Hãy ghi ngày/tháng/năm, ví dụ 31/12/2026.';
const ZERO = 'có lẽ Excel đã bỏ số 0 ở đầu. Hãy định dạng cột là Văn bản (Text) rồi nhập lại đủ số.';
const POINT = 'Vĩ độ và Kinh độ đi cùng nhau. Hãy ghi cả hai hoặc để trống cả hai.';
const PROVINCE = 'Không có tỉnh mã 99 trong 34 tỉnh, thành phố hiện nay. Hãy xem lại mã.';
const YES_NO = 'không rõ. Hãy ghi "có" hoặc "không".';
const STATES = 'Hãy ghi một trong: "đang hoạt động", "tạm ngừng", "đã ngừng".';
const SPAN = 'Đến ngày đứng trước Từ ngày. Hãy xem lại hai ngày này.';
const FACILITY = 'không đúng dạng: phải là 2 chữ số và 3 chữ số hoặc chữ cái, ví dụ 48001.';

export const agencies: readonly BadRow[] = [
  [{ ma_co_quan: '4811' }, 'ma_co_quan', `Mã cơ quan BHXH có 4 chữ số, phải có 5: ${ZERO}`],
  [{ ma_co_quan: '' }, 'ma_co_quan', 'Thiếu Mã cơ quan BHXH. Cột này không được để trống.'],
  [{ ma_co_quan: '0481A' }, 'ma_co_quan', 'Mã cơ quan BHXH "0481A" không đúng dạng: phải là 5 chữ số.'],
  [{ cap: 'huyện' }, 'cap', 'Cấp "huyện" không có trong danh sách. Hãy ghi một trong: "trung ương", "tỉnh", "cơ sở".'],
  [{ ma_cap_tren: '04899' }, 'ma_cap_tren', 'Chưa có cơ quan cấp trên 04899. Hãy để dòng của cơ quan đó ở trước.'],
  [{ ma_cap_tren: '' }, 'ma_cap_tren', 'Cơ quan cấp tỉnh và cơ sở phải có Mã cấp trên.'],
  [
    { ma_cap_tren: '04811' },
    'ma_cap_tren',
    'Cấp trên 04811 lại nằm dưới chính 04811, thành vòng tròn. Hãy xem lại Mã cấp trên.',
  ],
  [
    { ma_co_quan: '04801', cap: 'tỉnh', ma_cap_tren: '04802', xa_phuc_vu: '' },
    'ma_cap_tren',
    'Cấp trên 04802 lại nằm dưới chính 04801, thành vòng tròn. Hãy xem lại Mã cấp trên.',
  ],
  [{ ma_cap_tren: '04802' }, 'ma_cap_tren', 'Cấp trên của cơ quan cơ sở phải là cấp tỉnh, mà 04802 là cơ sở.'],
  [
    { ma_co_quan: '00099', cap: 'trung ương', ma_cap_tren: '', ma_tinh: '', xa_phuc_vu: '' },
    'ma_cap_tren',
    'Chỉ 00001 không có cấp trên. Hãy ghi Mã cấp trên của cơ quan này.',
  ],
  [{ ma_tinh: '01', xa_phuc_vu: '' }, 'ma_tinh', 'Cấp trên 04801 thuộc tỉnh 48, không phải 01.'],
  [{ xa_phuc_vu: '20242 00004' }, 'xa_phuc_vu', 'Không có phường, xã mã 00004 trong tỉnh 48.'],
  [{ kinh_do: '' }, 'kinh_do', POINT],
  [{ vi_do: '51.5' }, 'vi_do', 'Vĩ độ "51.5" không phải số từ 5 đến 24. Phần lẻ viết sau dấu phẩy hoặc dấu chấm.'],
  [{ nhan_ho_so: 'tùy' }, 'nhan_ho_so', `Nhận hồ sơ "tùy" ${YES_NO}`],
];

export const facilities: readonly BadRow[] = [
  [{ ma_cskcb: 'BV01' }, 'ma_cskcb', `Mã CSKCB "BV01" ${FACILITY}`],
  [{ ma_cskcb: '1929' }, 'ma_cskcb', `Mã CSKCB có 4 chữ số, phải có 5: ${ZERO}`],
  [{ ten: '' }, 'ten', 'Thiếu Tên. Cột này không được để trống.'],
  [{ ten: 'X'.repeat(201) }, 'ten', 'Tên dài quá 200 ký tự. Hãy ghi ngắn lại.'],
  [{ ma_tinh: '99' }, 'ma_tinh', PROVINCE],
  [{ ma_tinh: '1' }, 'ma_tinh', `Mã tỉnh có 1 chữ số, phải có 2: ${ZERO}`],
  [{ ma_xa: '99999' }, 'ma_xa', 'Không có phường, xã mã 99999. Hãy dùng mã sau sáp nhập.'],
  [{ ma_xa: '00004' }, 'ma_xa', 'Phường Ba Đình (00004) không thuộc tỉnh 48 mà thuộc tỉnh 01.'],
  [{ ma_co_quan: '04877' }, 'ma_co_quan', 'Không có cơ quan BHXH mã 04877. Hãy nạp danh sách cơ quan trước.'],
  [{ ky_hop_dong_bhyt: 'hết hạn' }, 'ky_hop_dong_bhyt', `Ký hợp đồng KCB BHYT "hết hạn" ${YES_NO}`],
  [{ hang: '5' }, 'hang', 'Hạng "5" không có trong danh sách. Hãy ghi một trong: "1", "2", "3", "4", "đặc biệt".'],
  [{ den_ngay: '31/12/2025' }, 'den_ngay', SPAN],
  [{ tu_ngay: '29/02/2025' }, 'tu_ngay', `Từ ngày "29/02/2025" ${CALENDAR}`],
  [{ vi_do: '' }, 'vi_do', POINT],
];

export const employers: readonly BadRow[] = [
  [
    { ma_don_vi: 'TZ01' },
    'ma_don_vi',
    'Mã đơn vị "TZ01" không đúng dạng: phải là 2 chữ cái, 4 chữ hoặc số, 1 chữ cái, ví dụ TZ0101A.',
  ],
  [{ ma_co_quan: '' }, 'ma_co_quan', 'Thiếu Mã cơ quan BHXH. Cột này không được để trống.'],
  [
    { ma_so_thue: '0401-12' },
    'ma_so_thue',
    'Mã số thuế "0401-12" không đúng dạng: phải là 10 chữ số, chi nhánh thêm gạch ngang và 3 chữ số.',
  ],
  [{ ma_so_thue: '401900000' }, 'ma_so_thue', `Mã số thuế có 9 chữ số, phải có 10 hoặc 13: ${ZERO}`],
  [
    { ma_so_thue: '4,019E+09' },
    'ma_so_thue',
    'Mã số thuế "4,019E+09" đã bị Excel viết tắt và mất chữ số. Hãy định dạng cột là Văn bản (Text) rồi nhập lại đủ 10 hoặc 13 chữ số.',
  ],
  [{ tinh_trang: 'phá sản' }, 'tinh_trang', `Tình trạng "phá sản" không có trong danh sách. ${STATES}`],
  [{ den_ngay: '01/01/2015' }, 'den_ngay', SPAN],
];

export const collectionAgents: readonly BadRow[] = [
  [
    { ma_diem_thu: 'Đại lý 1' },
    'ma_diem_thu',
    'Mã điểm thu "Đại lý 1" không đúng dạng: phải là 3 đến 20 chữ cái không dấu, chữ số, gạch ngang, ví dụ DL-04801-01.',
  ],
  [
    { loai: 'bưu điện' },
    'loai',
    'Loại "bưu điện" không có trong danh sách. Hãy ghi một trong: "đại lý thu", "điểm thu".',
  ],
  [{ dia_chi: '' }, 'dia_chi', 'Thiếu Địa chỉ. Cột này không được để trống.'],
  [{ dien_thoai: '0'.repeat(41) }, 'dien_thoai', 'Điện thoại dài quá 40 ký tự. Hãy ghi ngắn lại.'],
  [
    { kinh_do: '108 độ' },
    'kinh_do',
    'Kinh độ "108 độ" không phải số từ 100 đến 118. Phần lẻ viết sau dấu phẩy hoặc dấu chấm.',
  ],
];
