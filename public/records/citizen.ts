import { scanCards } from './card-check.js';
import { countUse } from './card-use.js';

/** Drawn size of the card; a quarter turn swaps the sides. */
const [WIDTH, HEIGHT] = [856, 540];

const frames: Readonly<Record<number, readonly [box: string, turn: string]>> = {
  0: [`0 0 ${WIDTH} ${HEIGHT}`, ''],
  90: [`0 0 ${HEIGHT} ${WIDTH}`, `translate(${HEIGHT} 0) rotate(90)`],
  180: [`0 0 ${WIDTH} ${HEIGHT}`, `translate(${WIDTH} ${HEIGHT}) rotate(180)`],
  270: [`0 0 ${HEIGHT} ${WIDTH}`, `translate(0 ${WIDTH}) rotate(270)`],
};

const turnTo = (pair: HTMLElement, degrees: number): void => {
  const [box, turn] = frames[degrees] ?? ['', ''];
  for (const side of pair.querySelectorAll('[data-card-side]')) {
    side.setAttribute('viewBox', box);
    side.firstElementChild?.setAttribute('transform', turn);
  }
  pair.dataset['degrees'] = String(degrees);
  pair.classList.toggle('is-upright', degrees % 180 !== 0);
};

/** "Xoay" turns both sides of the card in place; without this script the same link loads the page turned. */
const turnCards = (event: Event): void => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-card-turn]') : null;
  const pair = document.querySelector<HTMLElement>('[data-card-pair]');
  if (!link || !pair) return;
  event.preventDefault();
  const degrees = (Number(pair.dataset['degrees']) + 90) % 360;
  turnTo(pair, degrees);
  const next = new URL(link.href);
  next.searchParams.set('xoay', String((degrees + 90) % 360));
  link.href = next.href;
};

document.addEventListener('click', turnCards);
countUse();
scanCards();
