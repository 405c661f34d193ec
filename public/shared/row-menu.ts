import { copyText } from './copy.js';

interface Entry {
  readonly label: string;
  readonly keys?: string;
  readonly act: () => void;
}

let open: (() => void) | undefined;

const entriesOf = (link: HTMLAnchorElement, copyLabel: string): Entry[] => [
  { label: 'Xem chi tiết', keys: 'Enter', act: () => link.click() },
  { label: 'Mở trong tab mới', keys: 'Ctrl Enter', act: () => void window.open(link.href, '_blank', 'noopener') },
  { label: copyLabel, act: () => void copyText(link.textContent?.trim() ?? '') },
];

const draw = (entries: readonly Entry[], label: string, close: () => void): HTMLUListElement => {
  const menu = document.createElement('ul');
  menu.className = 'ctx';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', label);
  for (const entry of entries) {
    const item = document.createElement('li');
    item.setAttribute('role', 'none');
    const command = document.createElement('button');
    command.type = 'button';
    command.setAttribute('role', 'menuitem');
    command.tabIndex = -1;
    command.textContent = entry.label;
    if (entry.keys) command.append(Object.assign(document.createElement('kbd'), { textContent: entry.keys }));
    command.addEventListener('click', () => {
      close();
      entry.act();
    });
    item.append(command);
    menu.append(item);
  }
  return menu;
};

/** Arrow keys, Home and End move; Esc and Tab close. */
const steer =
  (menu: HTMLElement, close: () => void) =>
  (event: KeyboardEvent): void => {
    const commands = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const at = commands.findIndex((command) => command === document.activeElement);
    const next: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: commands.length - 1 };
    const target = next[event.key];
    if (target !== undefined) commands[(target + commands.length) % commands.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

/** Opens the menu of one row at a point of the window; the focus goes into it and, when it closes, back to the link. */
export const openRowMenu = (link: HTMLAnchorElement, point: { x: number; y: number }, copyLabel: string): void => {
  open?.();
  const outside = (event: Event): void => {
    if (!menu.contains(event.target as Node)) close();
  };
  const close = (): void => {
    open = undefined;
    menu.remove();
    document.removeEventListener('pointerdown', outside);
    window.removeEventListener('scroll', close, true);
    link.focus();
  };
  const menu = draw(entriesOf(link, copyLabel), `Lệnh cho ${link.textContent?.trim() ?? ''}`, close);
  menu.addEventListener('keydown', steer(menu, close));
  document.body.append(menu);
  menu.style.position = 'fixed';
  menu.style.left = `${Math.max(8, Math.min(point.x, window.innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(point.y, window.innerHeight - menu.offsetHeight - 8))}px`;
  menu.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  document.addEventListener('pointerdown', outside);
  window.addEventListener('scroll', close, true);
  open = close;
};
