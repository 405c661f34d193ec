import { byId, onInside } from './dom.js';

/** data-turn="id" ("Xoay") shows the other side of the card first. */
export const turnCard = (): void =>
  onInside('click', '[data-turn]', (button) => {
    const turned = byId(button.dataset['turn'], HTMLElement)?.classList.toggle('turned') ?? false;
    button.setAttribute('aria-pressed', String(turned));
  });
