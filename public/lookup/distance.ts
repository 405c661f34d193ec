/** A place on the earth. */
export interface Here {
  readonly lat: number;
  readonly lon: number;
}

const EARTH_KM = 6_371;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres as the crow flies. */
export const kmBetween = (a: Here, b: Here): number => {
  const h =
    Math.sin(rad(b.lat - a.lat) / 2) ** 2 +
    Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
};

export const kmText = (km: number): string =>
  `${km.toLocaleString('vi-VN', { maximumFractionDigits: km < 10 ? 1 : 0 })} km`;

/** The points with their distance, the nearest first. */
export const byDistance = <Point extends Here>(points: readonly Point[], here: Here): { point: Point; km: number }[] =>
  points.map((point) => ({ point, km: kmBetween(here, point) })).sort((a, b) => a.km - b.km);
