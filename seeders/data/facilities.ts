/** Code, name, address, commune, latitude and longitude, tier, grade, whether first registrations are taken. */
export type FacilitySeed = readonly [
  code: string,
  name: string,
  address: string,
  commune: string,
  point: readonly [number, number],
  tier: 'initial' | 'basic' | 'advanced',
  grade: string | null,
  takesRegistration: boolean,
];

/** Facilities with their true codes, by province of today. Points, tiers and grades are approximate: an import brings the real list. */
export const facilitySeeds: Readonly<Record<string, readonly FacilitySeed[]>> = {
  '01': [
    ['01929', 'Bệnh viện Bạch Mai', '78 Giải Phóng, phường Kim Liên, thành phố Hà Nội', '00229', [21.0, 105.841], 'advanced', 'special', false],
    ['01001', 'Bệnh viện Hữu Nghị', '1 Trần Khánh Dư, phường Hai Bà Trưng, thành phố Hà Nội', '00256', [21.014, 105.861], 'advanced', '1', true],
    ['01003', 'Bệnh viện đa khoa Xanh Pôn', '12 Chu Văn An, phường Ba Đình, thành phố Hà Nội', '00004', [21.032, 105.837], 'advanced', '1', true],
    ['01004', 'Bệnh viện đa khoa Đống Đa', '192 Nguyễn Lương Bằng, phường Đống Đa, thành phố Hà Nội', '00235', [21.013, 105.827], 'basic', '2', true],
    ['01006', 'Bệnh viện Thanh Nhàn', '42 Thanh Nhàn, phường Bạch Mai, thành phố Hà Nội', '00292', [21.003, 105.858], 'advanced', '1', true],
    ['01007', 'Bệnh viện E', '89 Trần Cung, phường Nghĩa Đô, thành phố Hà Nội', '00160', [21.05, 105.79], 'advanced', '1', true],
    ['01014', 'Bệnh viện Trung ương Quân đội 108', '1 Trần Hưng Đạo, phường Hai Bà Trưng, thành phố Hà Nội', '00256', [21.019, 105.861], 'advanced', 'special', false],
    ['01016', 'Bệnh viện Quân y 103', '261 Phùng Hưng, phường Hà Đông, thành phố Hà Nội', '09556', [20.968, 105.788], 'advanced', 'special', true],
    ['01934', 'Bệnh viện Đại học Y Hà Nội', '1 Tôn Thất Tùng, phường Kim Liên, thành phố Hà Nội', '00229', [21.003, 105.83], 'advanced', '1', false],
    ['01939', 'Bệnh viện Bệnh nhiệt đới Trung ương', 'Kim Chung, xã Thiên Lộc, thành phố Hà Nội', '00493', [21.126, 105.776], 'advanced', '1', false],
    ['01045', 'PKĐK Linh Đàm (TYT phường Định Công)', 'Phường Định Công, thành phố Hà Nội', '00316', [20.967, 105.83], 'initial', null, true],
  ],
  '22': [
    ['22001', 'Bệnh viện đa khoa tỉnh Quảng Ninh', 'Tuệ Tĩnh, phường Hồng Gai, tỉnh Quảng Ninh', '06685', [20.953, 107.083], 'advanced', '1', true],
  ],
  '31': [
    ['31153', 'Bệnh viện Hữu nghị Việt Tiệp', '1 Nhà Thương, phường Lê Chân, thành phố Hải Phòng', '11383', [20.852, 106.687], 'advanced', '1', true],
  ],
  '38': [
    ['38280', 'Bệnh viện đa khoa tỉnh Thanh Hóa', 'Hải Thượng Lãn Ông, phường Hạc Thành, tỉnh Thanh Hóa', '14797', [19.785, 105.776], 'advanced', '1', true],
  ],
  '40': [
    ['40001', 'Bệnh viện Hữu nghị đa khoa Nghệ An', 'Km5 đại lộ Lê Nin, phường Vinh Phú, tỉnh Nghệ An', '16702', [18.706, 105.676], 'advanced', '1', true],
  ],
  '46': [
    ['46001', 'Bệnh viện Trung ương Huế', '16 Lê Lợi, phường Thuận Hóa, thành phố Huế', '19789', [16.463, 107.588], 'advanced', 'special', true],
  ],
  '48': [
    ['48001', 'Bệnh viện Đà Nẵng', '124 Hải Phòng, phường Hải Châu, thành phố Đà Nẵng', '20242', [16.073, 108.215], 'advanced', '1', true],
    ['48002', 'Bệnh viện C Đà Nẵng', '122 Hải Phòng, phường Hải Châu, thành phố Đà Nẵng', '20242', [16.072, 108.217], 'advanced', '1', true],
  ],
  '51': [
    ['51001', 'Bệnh viện đa khoa tỉnh Quảng Ngãi', 'Lê Hữu Trác, phường Nghĩa Lộ, tỉnh Quảng Ngãi', '21028', [15.125, 108.787], 'basic', '1', true],
  ],
  '56': [
    ['56001', 'Bệnh viện đa khoa tỉnh Khánh Hòa', '19 Yersin, phường Nha Trang, tỉnh Khánh Hòa', '22366', [12.249, 109.192], 'advanced', '1', true],
  ],
  '66': [
    ['66001', 'Bệnh viện đa khoa vùng Tây Nguyên', '184 Trần Quý Cáp, phường Buôn Ma Thuột, tỉnh Đắk Lắk', '24133', [12.681, 108.068], 'advanced', '1', true],
  ],
  '75': [
    ['75001', 'Bệnh viện đa khoa Đồng Nai', '2 Đồng Khởi, phường Tam Hiệp, tỉnh Đồng Nai', '26017', [10.962, 106.859], 'advanced', '1', true],
  ],
  '79': [
    ['79013', 'Bệnh viện Nguyễn Tri Phương', '468 Nguyễn Trãi, phường An Đông, thành phố Hồ Chí Minh', '27316', [10.755, 106.67], 'advanced', '1', true],
    ['79024', 'Bệnh viện Nhân Dân 115', '527 Sư Vạn Hạnh, phường Hòa Hưng, thành phố Hồ Chí Minh', '27163', [10.775, 106.668], 'advanced', '1', true],
    ['79025', 'Bệnh viện Thống Nhất', '1 Lý Thường Kiệt, phường Tân Sơn Nhất, thành phố Hồ Chí Minh', '26968', [10.792, 106.653], 'advanced', '1', true],
    ['79026', 'Bệnh viện Trưng Vương', '266 Lý Thường Kiệt, phường Diên Hồng, thành phố Hồ Chí Minh', '27169', [10.771, 106.658], 'advanced', '1', true],
    ['79030', 'Bệnh viện Nhân dân Gia Định', '1 Nơ Trang Long, phường Gia Định, thành phố Hồ Chí Minh', '26944', [10.804, 106.694], 'advanced', '1', true],
    ['79034', 'Bệnh viện Quân y 175', '786 Nguyễn Kiệm, phường Hạnh Thông, thành phố Hồ Chí Minh', '26890', [10.818, 106.681], 'advanced', 'special', true],
    ['79048', 'Bệnh viện Chợ Rẫy', '201B Nguyễn Chí Thanh, phường Chợ Lớn, thành phố Hồ Chí Minh', '27343', [10.758, 106.66], 'advanced', 'special', false],
    ['79431', 'Bệnh viện Đại học Y dược Thành phố Hồ Chí Minh', '215 Hồng Bàng, phường Chợ Lớn, thành phố Hồ Chí Minh', '27343', [10.755, 106.665], 'advanced', '1', false],
  ],
  '92': [
    ['92000', 'Bệnh viện đa khoa Trung ương Cần Thơ', '315 Nguyễn Văn Linh, phường Tân An, thành phố Cần Thơ', '31147', [10.029, 105.754], 'advanced', '1', true],
  ],
};
