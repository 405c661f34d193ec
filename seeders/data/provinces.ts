/** Centre of each province's seat (latitude, longitude), good to about two kilometres, by the code of the 34 provinces. */
export const provinceSeats: Readonly<Record<string, readonly [number, number]>> = {
  '01': [21.028, 105.854],
  '04': [22.666, 106.258],
  '08': [21.824, 105.218],
  '11': [21.386, 103.023],
  '12': [22.396, 103.458],
  '14': [21.326, 103.919],
  '15': [21.723, 104.911],
  '19': [21.594, 105.848],
  '20': [21.854, 106.762],
  '22': [20.951, 107.08],
  '24': [21.273, 106.195],
  '25': [21.323, 105.402],
  '31': [20.845, 106.688],
  '33': [20.646, 106.051],
  '37': [20.251, 105.975],
  '38': [19.807, 105.785],
  '40': [18.68, 105.681],
  '42': [18.343, 105.906],
  '44': [17.469, 106.622],
  '46': [16.464, 107.591],
  '48': [16.054, 108.202],
  '51': [15.121, 108.804],
  '52': [13.783, 109.22],
  '56': [12.239, 109.197],
  '66': [12.667, 108.05],
  '68': [11.94, 108.458],
  '75': [10.945, 106.824],
  '79': [10.777, 106.701],
  '80': [10.535, 106.414],
  '82': [10.36, 106.36],
  '86': [10.254, 105.972],
  '91': [10.013, 105.081],
  '92': [10.045, 105.747],
  '96': [9.294, 105.728],
};

export interface KnownOffice {
  readonly address: string;
  readonly phone?: string;
  readonly point: readonly [number, number];
}

/** Seats of province agencies whose street address is known. */
export const knownOffices: Readonly<Record<string, KnownOffice>> = {
  '01': { address: '15 Cầu Đơ, phường Hà Đông, thành phố Hà Nội', point: [20.966, 105.774] },
  '25': { address: '394 Nguyễn Tất Thành, phường Việt Trì, tỉnh Phú Thọ', point: [21.313, 105.402] },
  '48': { address: '1A Trần Quý Cáp, phường Hải Châu, thành phố Đà Nẵng', phone: '0236 3821 568', point: [16.08, 108.219] },
  '79': { address: '117C Nguyễn Đình Chính, phường Phú Nhuận, thành phố Hồ Chí Minh', point: [10.797, 106.68] },
  '80': { address: '8 đường tuyến tránh Quốc lộ 1, phường Long An, tỉnh Tây Ninh', point: [10.539, 106.413] },
};
