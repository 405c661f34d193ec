import { onInside } from './dom.js';

/** data-print on a button prints the page. */
export const printButtons = (): void => onInside('click', '[data-print]', () => window.print());
