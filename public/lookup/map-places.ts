/** A name on the map. Those of rank 1 are seen from far away, the others when there is room for them. */
export interface MapPlace {
  readonly name: string;
  readonly at: readonly [lat: number, lon: number];
  /** Zoom from which it is shown. */
  readonly from: number;
}

const place = (name: string, lat: number, lon: number, from = 7): MapPlace => ({ name, at: [lat, lon], from });

/** The 34 provinces of today, each where its name has room. */
export const PROVINCES: readonly MapPlace[] = [
  place('Hà Nội', 21.03, 105.72, 5),
  place('Huế', 16.33, 107.55, 6),
  place('Lai Châu', 22.32, 103.2, 6),
  place('Điện Biên', 21.72, 103.05),
  place('Sơn La', 21.22, 104.02, 6),
  place('Lạng Sơn', 21.86, 106.55, 6),
  place('Quảng Ninh', 21.28, 107.32),
  place('Thanh Hóa', 20.02, 105.35, 6),
  place('Nghệ An', 19.22, 104.9, 6),
  place('Hà Tĩnh', 18.3, 105.75, 6),
  place('Cao Bằng', 22.74, 106.1),
  place('Tuyên Quang', 22.48, 105.05, 6),
  place('Lào Cai', 22.0, 104.35),
  place('Thái Nguyên', 22.08, 105.82),
  place('Phú Thọ', 21.32, 105.12),
  place('Bắc Ninh', 21.34, 106.32),
  place('Hưng Yên', 20.55, 106.3),
  place('Hải Phòng', 20.88, 106.5),
  place('Ninh Bình', 20.27, 106.0),
  place('Quảng Trị', 17.22, 106.55, 6),
  place('Đà Nẵng', 15.78, 107.95, 5),
  place('Quảng Ngãi', 14.82, 108.3, 6),
  place('Gia Lai', 13.9, 108.45, 6),
  place('Khánh Hòa', 12.12, 108.98),
  place('Lâm Đồng', 11.55, 107.95, 6),
  place('Đắk Lắk', 12.83, 108.4, 6),
  place('Hồ Chí Minh', 10.78, 106.75, 5),
  place('Đồng Nai', 11.4, 107.05),
  place('Tây Ninh', 11.12, 106.1),
  place('Cần Thơ', 9.85, 105.72, 6),
  place('Vĩnh Long', 10.08, 106.25),
  place('Đồng Tháp', 10.5, 105.75),
  place('Cà Mau', 9.12, 105.1, 6),
  place('An Giang', 10.25, 105.08),
];

/** Named at every zoom, as a Vietnamese map must. */
export const ARCHIPELAGOS: readonly MapPlace[] = [
  place('Quần đảo Hoàng Sa', 16.42, 112.0, 0),
  place('Quần đảo Trường Sa', 9.75, 114.0, 0),
];

export const SEA = place('Biển Đông', 13.2, 112.6, 0);

/** Islands too small for the coast lines: each is a dot. */
export const ISLANDS: readonly (readonly [lat: number, lon: number])[] = [
  [16.83, 112.33],
  [16.53, 111.6],
  [15.78, 111.2],
  [16.66, 112.73],
  [16.97, 112.32],
  [16.05, 111.76],
  [8.64, 111.92],
  [11.43, 114.33],
  [11.05, 114.28],
  [10.37, 114.48],
  [10.38, 114.36],
  [10.18, 114.36],
  [9.88, 114.33],
  [8.97, 113.7],
  [7.89, 112.92],
  [8.82, 113.05],
  [10.73, 115.82],
];
