import type { Actor } from '../context.js';
import type { NavItem } from '../module.js';
import { counted } from './format.js';

/** A menu entry as layouts draw it. */
export interface MenuEntry {
  readonly label: string;
  readonly href: string;
  readonly icon: string;
  readonly short?: string;
  readonly group?: string;
  readonly current: boolean;
  /** How much waits there; missing where nothing does. */
  readonly count?: string;
}

export type Menu = Readonly<Record<NavItem['area'], readonly MenuEntry[]>>;
export type MenuOf = (actor: Actor, path: string) => Promise<Menu>;

const covers = (href: string, path: string): boolean => path === href || (href !== '/' && path.startsWith(`${href}/`));

const entriesOf = (seen: readonly NavItem[], path: string): MenuEntry[] => {
  const current = seen
    .filter((item) => (item.alone ? item.href === path : covers(item.href, path)))
    .reduce<NavItem | undefined>(
      (best, item) => (best && best.href.length >= item.href.length ? best : item),
      undefined,
    );
  return seen.map(({ label, href, icon, short, group }) => ({
    label,
    href,
    icon,
    current: href === current?.href,
    ...(short && { short }),
    ...(group && { group }),
  }));
};

/** Menus from what the modules declare: filtered by permission, the deepest matching entry marked as current. */
export const createMenu = (items: readonly NavItem[]): MenuOf => {
  const sorted = [...items].sort((a, b) => a.order - b.order);
  const seenBy = (area: NavItem['area'], actor: Actor): NavItem[] =>
    sorted.filter((item) => item.area === area && (!item.permission || actor.permissions.has(item.permission)));
  const draw = (area: NavItem['area'], actor: Actor, path: string): MenuEntry[] => entriesOf(seenBy(area, actor), path);
  const withCounts = (actor: Actor, path: string): Promise<MenuEntry[]> => {
    const seen = seenBy('officer', actor);
    const entries = entriesOf(seen, path);
    return Promise.all(
      entries.map(async (entry, index) => {
        const count = await seen[index]?.count?.(actor);
        return count ? { ...entry, count: counted(count) } : entry;
      }),
    );
  };
  // Whoever has to do something first is not offered pages that only lead back to it.
  return async (actor, path) => ({
    public: draw('public', actor, path),
    citizen: actor.realm === 'citizen' ? draw('citizen', actor, path) : [],
    footer: draw('footer', actor, path),
    officer: actor.realm === 'officer' && !actor.restriction ? await withCounts(actor, path) : [],
  });
};
