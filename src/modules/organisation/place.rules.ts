const KIND = /^(Thành phố|Tỉnh|Phường|Xã|Đặc khu) /;

/** The name without its kind: "Phường Thanh Khê" gives "Thanh Khê". Places are sorted and searched by it. */
export const bareName = (name: string): string => name.replace(KIND, '');

/** As inside an address: "Phường Hải Châu" gives "phường Hải Châu". */
export const inAddress = (name: string): string =>
  name.replace(KIND, (kind) => kind.charAt(0).toLocaleLowerCase('vi') + kind.slice(1));
