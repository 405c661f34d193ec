/** Office hours of every agency of the seed. */
export const OFFICE_HOURS = 'Thứ Hai đến Thứ Sáu, 7:30-11:30, 13:00-17:00';

/** Units of the central level below BHXH Việt Nam (00001). */
export const centralUnits = [
  { code: '00002', name: 'Ban Quản lý Thu - Sổ, Thẻ', receives: false },
  { code: '00003', name: 'Ban Thực hiện chính sách BHXH', receives: false },
  { code: '00004', name: 'Ban Thực hiện chính sách BHYT', receives: false },
  { code: '00005', name: 'Trung tâm Công nghệ thông tin', receives: false },
  // The customer-care centre takes declarations and opens accounts as any office does.
  { code: '00006', name: 'Trung tâm Dịch vụ hỗ trợ, chăm sóc khách hàng', receives: true },
] as const;

export interface LocalOffice {
  readonly code: string;
  readonly place: string;
  readonly address: string;
  readonly phone: string;
  readonly point: readonly [number, number];
  readonly serves: readonly string[];
}

const communes = (codes: string): string[] => codes.split(' ');

/** The nine local agencies of Đà Nẵng. Telephone numbers and house numbers are invented. */
export const localOffices: readonly LocalOffice[] = [
  {
    code: '04802',
    place: 'Thanh Khê',
    address: '503 Trần Cao Vân, phường Thanh Khê, thành phố Đà Nẵng',
    phone: '0236 3812 402',
    point: [16.069, 108.187],
    serves: communes('20209 20305'),
  },
  {
    code: '04803',
    place: 'Hải Châu',
    address: '86 Núi Thành, phường Hòa Cường, thành phố Đà Nẵng',
    phone: '0236 3812 403',
    point: [16.049, 108.221],
    serves: communes('20242 20257 20333'),
  },
  {
    code: '04804',
    place: 'Sơn Trà',
    address: '214 Ngô Quyền, phường An Hải, thành phố Đà Nẵng',
    phone: '0236 3812 404',
    point: [16.071, 108.234],
    serves: communes('20263 20275'),
  },
  {
    code: '04805',
    place: 'Ngũ Hành Sơn',
    address: '96 Lê Văn Hiến, phường Ngũ Hành Sơn, thành phố Đà Nẵng',
    phone: '0236 3812 405',
    point: [16.02, 108.251],
    serves: communes('20285'),
  },
  {
    code: '04806',
    place: 'Liên Chiểu',
    address: '168 Nguyễn Sinh Sắc, phường Hòa Khánh, thành phố Đà Nẵng',
    phone: '0236 3812 406',
    point: [16.072, 108.151],
    serves: communes('20194 20197 20200 20308'),
  },
  {
    code: '04807',
    place: 'Cẩm Lệ',
    address: '40 Ông Ích Đường, phường Cẩm Lệ, thành phố Đà Nẵng',
    phone: '0236 3812 407',
    point: [16.016, 108.207],
    serves: communes('20260 20314 20320 20332'),
  },
  {
    code: '04808',
    place: 'Hội An',
    address: '12 Trần Hưng Đạo, phường Hội An, thành phố Đà Nẵng',
    phone: '0235 3812 408',
    point: [15.881, 108.327],
    serves: communes('20401 20410 20413 20434 20551 20557 20569 20575 20579 20587 20599 20611 20623 20635'),
  },
  {
    code: '04809',
    place: 'Tam Kỳ',
    address: '27 Hùng Vương, phường Tam Kỳ, thành phố Đà Nẵng',
    phone: '0235 3812 409',
    point: [15.571, 108.477],
    serves: communes(
      '20335 20341 20350 20356 20364 20380 20392 20791 20794 20818 20827 20836 20848 20854 20857 20875 20878 20900 ' +
        '20908 20920 20923 20929 20938 20941 20944 20950 20959 20965 20971 20977 20984 20992 21004',
    ),
  },
  {
    code: '04810',
    place: 'Đại Lộc',
    address: '5 Nguyễn Tất Thành, xã Đại Lộc, thành phố Đà Nẵng',
    phone: '0235 3812 410',
    point: [15.884, 108.113],
    serves: communes(
      '20443 20455 20458 20467 20476 20485 20494 20500 20506 20515 20539 20542 20641 20650 20656 20662 20669 20695 ' +
        '20698 20704 20707 20710 20716 20722 20728 20734 20740 20752 20767 20770 20779',
    ),
  },
];
