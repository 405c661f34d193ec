import L from 'leaflet';
import { ARCHIPELAGOS, ISLANDS, PROVINCES, SEA, type MapPlace } from './map-places.js';

/** Our own base map: land and names, nothing of it from elsewhere. */
export const BOUNDS = L.latLngBounds([5, 100], [24, 118]);
export const OWN_ZOOM = 10;

const LAND = '#f4f6ee';
const COAST = '#8fb4bc';
const ISLET = '#5e8791';

/** What the build publishes as coast.json. */
interface Coast {
  readonly scale: number;
  readonly rings: readonly (readonly number[])[];
}

type Point = [lat: number, lon: number];

const ringOf = (flat: readonly number[], scale: number): Point[] => {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (let index = 0; index + 1 < flat.length; index += 2) {
    x += flat[index] ?? 0;
    y += flat[index + 1] ?? 0;
    points.push([y / scale, x / scale]);
  }
  return points;
};

/** Both ends on one edge of the cut: there is no coast. */
const onEdge = ([lat, lon]: Point, [lat2, lon2]: Point): boolean =>
  (lat === lat2 && (lat === BOUNDS.getSouth() || lat === BOUNDS.getNorth())) ||
  (lon === lon2 && (lon === BOUNDS.getWest() || lon === BOUNDS.getEast()));

/** The parts of a ring that are coast. */
const coastOf = (ring: readonly Point[]): Point[][] => {
  let line: Point[] = [];
  const lines = [line];
  ring.forEach((point, index) => {
    const next = ring[(index + 1) % ring.length] ?? point;
    line.push(point);
    if (onEdge(point, next)) lines.push((line = []));
    else if (index === ring.length - 1) line.push(next);
  });
  return lines.filter(({ length }) => length > 1);
};

const drawLand = ({ scale, rings }: Coast, to: L.Map): void => {
  const renderer = L.canvas({ padding: 0.5 });
  const land = rings.map((flat) => ringOf(flat, scale));
  const still = { renderer, interactive: false };
  L.polygon(
    land.map((ring) => [ring]),
    { ...still, stroke: false, fillColor: LAND, fillOpacity: 1 },
  ).addTo(to);
  L.polyline(land.flatMap(coastOf), { ...still, color: COAST, weight: 1 }).addTo(to);
  for (const [lat, lon] of ISLANDS)
    L.circleMarker([lat, lon], { ...still, radius: 2, color: ISLET, weight: 1, fillColor: LAND, fillOpacity: 1 }).addTo(
      to,
    );
};

const nameOf = ({ name, at: [lat, lon] }: MapPlace, kind: string): L.Marker => {
  const text = document.createElement('span');
  text.textContent = name;
  const icon = L.divIcon({ className: `map-name map-name-${kind}`, html: text, iconSize: [0, 0] });
  return L.marker([lat, lon], { icon, interactive: false, keyboard: false, zIndexOffset: -1_000 });
};

/** Names that have room at the zoom of the moment. */
const drawNames = (to: L.Map): void => {
  const names = [
    ...PROVINCES.map((place) => ({ from: place.from, marker: nameOf(place, 'land') })),
    ...ARCHIPELAGOS.map((place) => ({ from: place.from, marker: nameOf(place, 'isles') })),
    { from: SEA.from, marker: nameOf(SEA, 'sea') },
  ];
  const show = (): void => {
    for (const { from, marker } of names)
      if (to.getZoom() >= from) marker.addTo(to);
      else marker.remove();
  };
  to.on('zoomend', show);
  show();
};

const SVG = 'http://www.w3.org/2000/svg';

const svg = (name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
};

/** Corner that names both archipelagos wherever the map has been moved to. */
const INSET_DOTS = [
  [34, 22],
  [46, 30],
  [26, 34],
  [58, 20],
  [84, 86],
  [96, 96],
  [106, 82],
  [76, 100],
] as const;

const drawInset = (to: L.Map): void => {
  const Inset = L.Control.extend({
    onAdd: () => {
      const drawing = svg('svg', { viewBox: '0 0 138 128', class: 'map-isles', role: 'img' });
      drawing.setAttribute('aria-label', 'Quần đảo Hoàng Sa và Quần đảo Trường Sa');
      for (const [cx, cy] of INSET_DOTS) drawing.append(svg('circle', { cx, cy, r: 2.5 }));
      drawing.append(
        svg('text', { x: 69, y: 56 }, ARCHIPELAGOS[0]?.name),
        svg('text', { x: 69, y: 120 }, ARCHIPELAGOS[1]?.name),
      );
      return drawing as unknown as HTMLElement;
    },
  });
  new Inset({ position: 'bottomright' }).addTo(to);
};

/** Land when it can be had: points and names stand without it. */
const fetchLand = async (address: string, to: L.Map): Promise<void> => {
  const answer = await fetch(address);
  const coast = (await answer.json()) as Partial<Coast>;
  if (typeof coast.scale === 'number' && Array.isArray(coast.rings)) drawLand(coast as Coast, to);
};

export interface BaseOptions {
  /** Address of coast.json. */
  readonly base: string;
  /** Address of tiles, with {z}, {x} and {y}; without them the map goes as far as its own lines are good for. */
  readonly tiles: string | undefined;
}

export const drawBase = (to: L.Map, { base, tiles }: BaseOptions): void => {
  fetchLand(base, to).catch(() => to.attributionControl?.addAttribution('Chưa tải được nền bản đồ'));
  if (tiles) L.tileLayer(tiles, { maxZoom: 18, attribution: 'Ảnh nền theo máy chủ bản đồ của cơ quan' }).addTo(to);
  drawNames(to);
  drawInset(to);
};
