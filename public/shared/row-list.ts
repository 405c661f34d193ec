import { onInside } from './dom.js';
import { enterRows, runLetter } from './row-keys.js';
import { openRowMenu } from './row-menu.js';

const ROW = 'table[data-rows] tbody tr';

const linkOf = (row: Element | null | undefined): HTMLAnchorElement | null | undefined =>
  row?.querySelector<HTMLAnchorElement>('a[href]');

const select = (row: HTMLElement): void => {
  row
    .closest('table')
    ?.querySelectorAll('tr.sel')
    .forEach((other) => other.classList.remove('sel'));
  row.classList.add('sel');
  linkOf(row)?.focus({ preventScroll: true });
};

const move = (row: HTMLElement, event: KeyboardEvent): void => {
  if (runLetter(event)) return event.preventDefault();
  const steps: Record<string, Element | null | undefined> = {
    ArrowDown: row.nextElementSibling,
    ArrowUp: row.previousElementSibling,
    Home: row.parentElement?.firstElementChild,
    End: row.parentElement?.lastElementChild,
  };
  const next = steps[event.key];
  if (!(next instanceof HTMLElement) || event.ctrlKey || event.altKey) return;
  event.preventDefault();
  select(next);
  next.scrollIntoView({ block: 'nearest' });
};

const openMenu = (row: HTMLElement, event: MouseEvent): void => {
  const link = linkOf(row);
  if (!link) return;
  event.preventDefault();
  select(row);
  const box = link.getBoundingClientRect();
  // The Menu key gives no place of its own: the menu stands under the number of the row then.
  const point =
    event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : { x: box.left, y: box.bottom + 4 };
  openRowMenu(link, point, row.closest('table')?.dataset['copyLabel'] ?? 'Chép số hồ sơ');
};

/**
 * Rows of <table data-rows>: the first link of a row is its address. A click selects the row, a double click opens it,
 * arrows move from row to row, Enter opens (the link has the focus), right click, the Menu key or Shift F10 shows the
 * commands, letters turn pages and lead to the search.
 */
export const workRows = (): void => {
  onInside('click', ROW, (row, event) => {
    if (!(event.target as Element).closest('a,button,input,label,summary')) select(row);
  });
  onInside('dblclick', ROW, (row, event) => {
    if (!(event.target as Element).closest('a,button,input,label,summary')) linkOf(row)?.click();
  });
  onInside('keydown', ROW, move);
  onInside('contextmenu', ROW, openMenu);
  enterRows(ROW, select);
};
