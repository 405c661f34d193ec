/** Every address of the module. */
export const paths = {
  home: '/',
  choose: '/dang-ky',
  form: '/dang-ky/ca-nhan',
  track: '/dang-ky/tra-cuu',
  receivedPattern: '/dang-ky/da-ghi-nhan/:secret',
  sheetPattern: '/dang-ky/da-ghi-nhan/:secret/to-khai.pdf',
  received: (secret: string): string => `/dang-ky/da-ghi-nhan/${secret}`,
  sheet: (secret: string): string => `/dang-ky/da-ghi-nhan/${secret}/to-khai.pdf`,
};
