/** The ten provinces of letter 3717/BHXH-CNTT, by the two digits that their cards carry at places 4 and 5. */
export const pilotProvinces: readonly (readonly [code: string, name: string])[] = [
  ['42', 'Hà Tĩnh'],
  ['44', 'Quảng Bình'],
  ['45', 'Quảng Trị'],
  ['46', 'Thừa Thiên Huế'],
  ['48', 'Đà Nẵng'],
  ['49', 'Quảng Nam'],
  ['51', 'Quảng Ngãi'],
  ['52', 'Bình Định'],
  ['54', 'Phú Yên'],
  ['62', 'Kon Tum'],
];
