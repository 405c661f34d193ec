/** Letters work only while a row has the focus: nobody who dictates or types elsewhere sets them off. */
const LETTERS: Readonly<Record<string, () => void>> = {
  n: () => document.querySelector<HTMLElement>('.pager a[rel="next"]')?.click(),
  p: () => document.querySelector<HTMLElement>('.pager a[rel="prev"]')?.click(),
  '/': () => {
    const panel = document.querySelector<HTMLDetailsElement>('details.filter');
    if (!panel) return;
    panel.open = true;
    panel.querySelector<HTMLElement>('input:not([type="hidden"])')?.focus();
  },
};

/** Runs the command behind a letter; says whether there was one. */
export const runLetter = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean => {
  const command = ctrlKey || altKey || metaKey ? undefined : LETTERS[key];
  command?.();
  return command !== undefined;
};

/** Into the list: an arrow while nothing has the focus, or an address that names a row, as the way back from a page does. */
export const enterRows = (rows: string, select: (row: HTMLElement) => void): void => {
  const named = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (named?.matches(rows)) select(named);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || document.activeElement !== document.body) return;
    const first = document.querySelector<HTMLElement>(rows);
    if (!first) return;
    event.preventDefault();
    select(first);
  });
};
