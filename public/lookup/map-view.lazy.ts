/** The map itself, fetched by map.lazy.ts when it is needed. */
import L from 'leaflet';
import { byDistance, kmText, type Here } from './distance.js';
import { BOUNDS, drawBase, OWN_ZOOM } from './map-base.js';
import { element, rowOf, type MapPoint } from './map-data.js';
import { whereAmI } from './map-near.js';
import { cardOf, Pins } from './map-points.js';

const TILES_ZOOM = 18;
/** From here on a card has no room over the map. */
const phone = matchMedia('(max-width: 640px)');
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

export class MapBesideList {
  private readonly map: L.Map;
  private readonly pins: Pins;
  private readonly strip = element('div', { cls: 'map-strip' });
  private readonly state = element('p', { cls: 'map-state', role: 'status' });
  private chosen: MapPoint | undefined;
  /** What had the focus before the card. */
  private from: HTMLElement | undefined;
  private here: L.CircleMarker | undefined;

  constructor(
    private readonly box: HTMLElement,
    private readonly points: readonly MapPoint[],
  ) {
    const { base = '', tiles } = box.dataset;
    const canvas = element('div', {
      cls: 'map-view',
      role: 'region',
      'aria-label': 'Bản đồ. Phím mũi tên để di chuyển, + và - để phóng to, thu nhỏ',
    });
    box.append(this.state, canvas, this.strip);
    this.map = L.map(canvas, {
      zoomControl: false,
      minZoom: 5,
      maxZoom: tiles ? TILES_ZOOM : OWN_ZOOM,
      maxBounds: BOUNDS.pad(0.05),
      fadeAnimation: !still,
      zoomAnimation: !still,
      markerZoomAnimation: !still,
    });
    this.map.attributionControl.setPrefix('Leaflet').addAttribution('Natural Earth');
    L.control.zoom({ zoomInTitle: 'Phóng to bản đồ', zoomOutTitle: 'Thu nhỏ bản đồ' }).addTo(this.map);
    this.overview();
    drawBase(this.map, { base, tiles });
    this.pins = new Pins(this.points, this.numbers(), { still, choose: (point) => this.choose(point, 'map') });
    this.pins.addTo(this.map);
    phone.addEventListener('change', () => this.close());
  }

  /** As the list has them. */
  private numbers(): ReadonlyMap<string, string> {
    return new Map(
      this.points.map((point, index) => [
        point.id,
        rowOf(point)?.querySelector('.pin')?.textContent?.trim() || String(index + 1),
      ]),
    );
  }

  private overview(): void {
    const all = this.points.map(({ lat, lon }): L.LatLngTuple => [lat, lon]);
    if (all.length) this.map.fitBounds(L.latLngBounds(all), { padding: [48, 48], maxZoom: OWN_ZOOM, animate: false });
    else this.map.setView([16, 107.5], 5);
  }

  choose(point: MapPoint, by: 'map' | 'list'): void {
    const before = document.activeElement;
    this.close(false);
    this.from = by === 'list' && before instanceof HTMLElement ? before : undefined;
    this.chosen = point;
    this.pins.mark(point);
    const row = rowOf(point);
    row?.classList.add('is-chosen');
    row?.setAttribute('aria-current', 'true');
    if (by === 'map') row?.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
    this.pins.reveal(point, (marker) => {
      // Somebody was faster with another one.
      if (this.chosen === point) this.show(point, marker);
    });
  }

  private show(point: MapPoint, marker: L.Marker): void {
    const card = cardOf(point, () => this.close());
    if (phone.matches) {
      this.map.panTo(marker.getLatLng(), { animate: !still });
      this.strip.replaceChildren(card);
    } else {
      const popup = L.popup({
        closeButton: false,
        maxWidth: 272,
        minWidth: 240,
        offset: [0, -36],
        closeOnEscapeKey: false,
      });
      popup.setLatLng(marker.getLatLng()).setContent(card).openOn(this.map);
      popup.on('remove', () => this.chosen === point && this.close(false));
    }
    card.focus({ preventScroll: !phone.matches });
  }

  /** Ends the choice; the focus goes back to where it came from. */
  private close(giveBack = true): void {
    const point = this.chosen;
    if (!point) return;
    this.chosen = undefined;
    const inside = this.box.contains(document.activeElement);
    this.strip.replaceChildren();
    this.map.closePopup();
    this.pins.mark(undefined);
    const row = rowOf(point);
    row?.classList.remove('is-chosen');
    row?.removeAttribute('aria-current');
    if (!giveBack || !inside) return;
    if (this.from?.isConnected) {
      this.pins.fold();
      this.from.focus();
    } else this.pins.focus(point);
  }

  /** Sorts the list from where the reader is. */
  near(): void {
    this.state.textContent = 'Đang tìm vị trí của bạn ...';
    whereAmI().then(
      (here) => this.sortFrom(here),
      (fault: Error) => (this.state.textContent = fault.message),
    );
  }

  private sortFrom(here: Here): void {
    const sorted = byDistance(this.points, here);
    for (const { point, km } of sorted) {
      const row = rowOf(point);
      if (!row) continue;
      row.parentElement?.append(row);
      const shown = row.querySelector<HTMLElement>('[data-km]') ?? element('p', { cls: 'num', 'data-km': 'true' });
      shown.textContent = `Cách bạn ${kmText(km)}`;
      shown.hidden = false;
      if (!shown.isConnected) row.lastElementChild?.append(shown);
    }
    const [nearest] = sorted;
    if (!nearest) return;
    this.state.textContent = `Danh sách đã xếp theo khoảng cách. Gần nhất: ${nearest.point.name}, ${kmText(nearest.km)}.`;
    this.here?.remove();
    this.here = L.circleMarker([here.lat, here.lon], {
      radius: 8,
      color: '#fff',
      weight: 3,
      fillColor: '#2b3f9b',
      fillOpacity: 1,
      interactive: false,
    });
    if (!BOUNDS.contains([here.lat, here.lon])) return;
    this.here.addTo(this.map);
    const both = L.latLngBounds([here.lat, here.lon], [nearest.point.lat, nearest.point.lon]);
    this.map.fitBounds(both, { padding: [64, 64], maxZoom: this.map.getMaxZoom(), animate: !still });
  }
}
