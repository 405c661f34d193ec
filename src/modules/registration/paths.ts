/** Every address of the module. */
export const paths = {
  home: '/',
  choose: '/dang-ky',
  form: '/dang-ky/ca-nhan',
  track: '/dang-ky/tra-cuu',
  receivedPattern: '/dang-ky/da-ghi-nhan/:secret',
  sheetPattern: '/dang-ky/da-ghi-nhan/:secret/to-khai.pdf',
  change: '/ca-nhan/thay-doi-thong-tin',
  changeConfirm: '/ca-nhan/thay-doi-thong-tin/xac-nhan',
  changeResend: '/ca-nhan/thay-doi-thong-tin/gui-lai-ma',
  stop: '/ca-nhan/ngung-su-dung',
  stopConfirm: '/ca-nhan/ngung-su-dung/xac-nhan',
  stopResend: '/ca-nhan/ngung-su-dung/gui-lai-ma',
  withdrawPattern: '/ca-nhan/yeu-cau/:id/rut',
  withdraw: (id: string): string => `/ca-nhan/yeu-cau/${id}/rut`,
  received: (secret: string): string => `/dang-ky/da-ghi-nhan/${secret}`,
  sheet: (secret: string): string => `/dang-ky/da-ghi-nhan/${secret}/to-khai.pdf`,
};
