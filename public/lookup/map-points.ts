import L from 'leaflet';
import 'leaflet.markercluster';
import { element, type MapPoint } from './map-data.js';

const wayTo = (href: string, name: string): HTMLElement => {
  const way = element('a', { href, target: '_blank', rel: 'noopener noreferrer', text: 'Chỉ đường' });
  way.append(element('span', { cls: 'sr', text: ` đến ${name}, mở trang khác` }));
  return way;
};

/** What the popup, or on a phone the strip below the map, says of a point. */
export const cardOf = (point: MapPoint, close: () => void): HTMLElement => {
  const { name, address, phone, href, approximate } = point;
  const x = element('button', { cls: 'map-x', type: 'button', 'aria-label': 'Đóng', text: '×' });
  x.addEventListener('click', close);
  const acts = element('p', { cls: 'map-acts' });
  for (const number of phone?.split(/[;,/]/) ?? [])
    if (/\d{3}/.test(number))
      acts.append(element('a', { href: `tel:${number.replace(/[^+\d]/g, '')}`, text: number.trim() }));
  if (href) acts.append(wayTo(href, name));
  const card = element(
    'section',
    { cls: 'map-card', 'aria-label': name, tabindex: '-1' },
    x,
    element('h3', { text: name }),
  );
  if (address) card.append(element('p', { text: address }));
  if (approximate) card.append(element('p', { cls: 'map-near', text: 'Vị trí gần đúng, hãy xem địa chỉ.' }));
  card.append(acts);
  card.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  return card;
};

const pinOf = (number: string, name: string, chosen: boolean): L.DivIcon =>
  L.divIcon({
    className: `map-pin${chosen ? ' is-chosen' : ''}`,
    html: element('span', { text: number }, element('span', { cls: 'sr', text: ` ${name}` })),
    iconSize: [30, 40],
    iconAnchor: [15, 40],
    popupAnchor: [0, -38],
  });

const clusterOf = (cluster: L.MarkerCluster): L.DivIcon =>
  L.divIcon({
    className: 'map-cluster',
    html: element(
      'span',
      { text: String(cluster.getChildCount()) },
      element('span', { cls: 'sr', text: ' nơi ở gần nhau, mở ra' }),
    ),
    iconSize: [44, 44],
  });

/** Markers of all points, in clusters where they lie close together. */
export class Pins {
  private readonly markers = new Map<string, L.Marker>();
  private readonly group: L.MarkerClusterGroup;
  private chosen: MapPoint | undefined;
  /** The cluster whose pins stand around it. */
  private open: L.MarkerCluster | undefined;

  constructor(
    readonly points: readonly MapPoint[],
    private readonly numbers: ReadonlyMap<string, string>,
    { still, choose }: { readonly still: boolean; readonly choose: (point: MapPoint) => void },
  ) {
    this.group = L.markerClusterGroup({
      // Wide enough that no pin lies half below another.
      maxClusterRadius: 56,
      showCoverageOnHover: false,
      animate: !still,
      iconCreateFunction: clusterOf,
    });
    this.group.on('spiderfied', (event) => (this.open = event.cluster));
    for (const point of points) {
      const marker = L.marker([point.lat, point.lon], { icon: this.icon(point, false), riseOnHover: true });
      marker.on('click', () => choose(point));
      marker.on('keydown', ({ originalEvent }: L.LeafletKeyboardEvent) => {
        if (originalEvent.key !== 'Enter' && originalEvent.key !== ' ') return;
        originalEvent.preventDefault();
        choose(point);
      });
      this.markers.set(point.id, marker);
      this.group.addLayer(marker);
    }
  }

  addTo(map: L.Map): void {
    map.addLayer(this.group);
  }

  /** Marks a point; nothing chosen without one. */
  mark(point: MapPoint | undefined): void {
    const before = this.chosen;
    this.chosen = point;
    for (const each of [before, point])
      if (each)
        this.markers
          .get(each.id)
          ?.setIcon(this.icon(each, each === point))
          .setZIndexOffset(each === point ? 500 : 0);
  }

  /** Brings the marker out of its cluster, then calls back with it. */
  reveal(point: MapPoint, then: (marker: L.Marker) => void): void {
    const marker = this.markers.get(point.id);
    if (marker) this.group.zoomToShowLayer(marker, () => then(marker));
  }

  /** Puts the pins of an opened cluster back into it. */
  fold(): void {
    this.open?.unspiderfy();
    this.open = undefined;
  }

  focus(point: MapPoint): void {
    this.markers.get(point.id)?.getElement()?.focus();
  }

  private icon(point: MapPoint, chosen: boolean): L.DivIcon {
    return pinOf(this.numbers.get(point.id) ?? '', point.name, chosen);
  }
}
