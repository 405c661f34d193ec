import { onInside } from './dom.js';

const TURNS = ['rot-0', 'rot-90', 'rot-180', 'rot-270'];

const rotate = (image: Element): void => {
  const now = Math.max(
    0,
    TURNS.findIndex((turn) => image.classList.contains(turn)),
  );
  image.classList.remove(...TURNS);
  image.classList.add(TURNS[(now + 1) % TURNS.length] ?? 'rot-0');
};

const button = (words: string, act: () => void): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn btn-clear';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
};

/** The picture over the whole screen, with "Xoay" and "Đóng"; Esc closes it and the focus goes back. */
const openViewer = (image: HTMLImageElement, title: string): void => {
  const dialog = document.createElement('dialog');
  dialog.className = 'viewer on-dark';
  dialog.setAttribute('aria-label', title);
  const large = image.cloneNode() as HTMLImageElement;
  const heading = document.createElement('h2');
  heading.textContent = title;
  const row = document.createElement('div');
  row.className = 'row';
  row.append(
    heading,
    button('Xoay', () => rotate(large)),
    button('Đóng', () => dialog.close()),
  );
  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.append(large);
  dialog.append(row, stage);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

/** Inside a <figure> with an <img>: data-zoom shows it over the whole screen, data-rotate turns it by a quarter. */
export const showPictures = (): void => {
  onInside('click', '[data-zoom]', (opener) => {
    const figure = opener.closest('figure');
    const image = figure?.querySelector('img');
    if (image) openViewer(image, figure?.querySelector('b')?.textContent ?? image.alt);
  });
  onInside('click', '[data-rotate]', (opener) => {
    const image = opener.closest('figure')?.querySelector('img');
    if (image) rotate(image);
  });
};
