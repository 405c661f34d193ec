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
const openViewer = (figure: HTMLElement, image: HTMLImageElement): void => {
  const title = figure.querySelector('b')?.textContent ?? image.alt;
  // The button of the figure turns the small picture and, where the page keeps turns, sends the form.
  const turnSmall = (): void => figure.querySelector<HTMLElement>('[data-rotate]')?.click();
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
    button('Xoay', () => {
      rotate(large);
      turnSmall();
    }),
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
  onInside('click', '[data-zoom]', (opener, event) => {
    const figure = opener.closest('figure');
    const image = figure?.querySelector('img');
    if (!figure || !image) return;
    // The link leads to a page of the picture for browsers without script.
    event.preventDefault();
    openViewer(figure, image);
  });
  onInside('click', '[data-rotate]', (opener) => {
    const image = opener.closest('figure')?.querySelector('img');
    if (image) rotate(image);
  });
};
