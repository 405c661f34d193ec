/**
 * The map beside a list: [data-map] with data-points, data-base, data-script, data-sheet and perhaps data-tiles; rows of
 * the list are #diem-<id>. Its place and its buttons are there at once; what draws it is large and comes when the map is
 * looked at, or when a button asks for it. On a phone somebody looks at it who has begun to scroll: data costs money there.
 */
import { element, readPoints, rowOf, type MapPoint } from './map-data.js';
import type * as View from './map-view.lazy.js';

/** So much of it in sight is more than its upper edge below the search on a phone: somebody wants to see it. */
const SEEN = 0.45;

const small = matchMedia('(max-width: 991px)');

const sheetIn = (href: string): Promise<void> =>
  new Promise((done, fail) => {
    const link = element('link', { rel: 'stylesheet', href });
    link.addEventListener('load', () => done());
    link.addEventListener('error', fail);
    document.head.append(link);
  });

const drawIn = async (box: HTMLElement, points: readonly MapPoint[]): Promise<View.MapBesideList> => {
  const { script = '', sheet = '' } = box.dataset;
  const [view] = await Promise.all([import(script) as Promise<typeof View>, sheetIn(sheet)]);
  return new view.MapBesideList(box, points);
};

/** A row shows its point: a press anywhere in it, or its button. */
const tieRow = (point: MapPoint, show: () => void): void => {
  const row = rowOf(point);
  if (!row) return;
  const button = element('button', { cls: 'map-show', type: 'button', text: 'Bản đồ' });
  button.append(element('span', { cls: 'sr', text: `: ${point.name}` }));
  (row.querySelector('.acts') ?? row.lastElementChild ?? row).append(button);
  row.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target : undefined;
    const other =
      pressed?.closest('a, input, label, summary') ??
      (pressed?.closest('button') !== button && pressed?.closest('button'));
    if (!other) show();
  });
};

/** The button of the page, or one of our own above the map. Nobody is asked where he is before it is pressed. */
const offerNear = (box: HTMLElement, ask: () => void): void => {
  const ready = document.querySelector<HTMLButtonElement>('button[data-near]');
  const button = ready ?? element('button', { cls: 'btn btn-sm map-me', type: 'button', text: 'Gần tôi' });
  button.hidden = false;
  if (!ready) box.prepend(button);
  button.addEventListener('click', (event) => {
    event.preventDefault();
    ask();
  });
};

const beside = (box: HTMLElement): void => {
  const points = readPoints(box.dataset['points']);
  const state = element('p', { cls: 'map-state', role: 'status' });
  const place = element('p', { cls: 'map-place', text: 'Kéo xuống để xem bản đồ' });
  box.append(state, place);
  box.hidden = false;
  box.parentElement?.classList.add('with-map');
  let drawn: Promise<View.MapBesideList> | undefined;
  const ask = (then: (map: View.MapBesideList) => void): void => {
    drawn ??= drawIn(box, points);
    drawn.then(
      (map) => {
        state.remove();
        place.remove();
        then(map);
      },
      () => {
        drawn = undefined;
        state.textContent = 'Chưa tải được bản đồ. Danh sách vẫn đầy đủ địa chỉ và đường đi.';
      },
    );
  };
  for (const point of points) tieRow(point, () => ask((map) => map.choose(point, 'list')));
  if (points.length) offerNear(box, () => ask((map) => map.near()));
  const eye = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      eye.disconnect();
      ask(() => undefined);
    },
    { threshold: SEEN },
  );
  const look = (): void => eye.observe(box);
  if (small.matches && scrollY === 0) addEventListener('scroll', look, { once: true, passive: true });
  else look();
};

document.querySelectorAll<HTMLElement>('[data-map]').forEach(beside);
