import type { CatalogName } from './catalog.rules.js';

const ROOT = '/tra-cuu';

/** Every address of this module. */
export const paths = {
  home: '/',
  index: ROOT,
  number: `${ROOT}/ma-so-bhxh`,
  numberSent: `${ROOT}/ma-so-bhxh/gui`,
  numberWays: `${ROOT}/ma-so-bhxh/cach-tim`,
  offices: `${ROOT}/co-quan-bhxh`,
  communes: `${ROOT}/phuong-xa.json`,
} as const;

export const catalogPath = (name: CatalogName): string => `${ROOT}/${name}`;

/** The same list as a file. */
export const csvPath = (list: string): string => `${list}.csv`;

/** An address with those parts that are filled in; `tinh` stays where it is empty on purpose: the whole country. */
export const withQuery = (path: string, params: Readonly<Record<string, string>>): string => {
  const filled = Object.entries(params).filter(([name, value]) => value !== '' || name === 'tinh');
  return filled.length ? `${path}?${new URLSearchParams(filled).toString()}` : path;
};

const ADMIN = '/can-bo/quan-tri/tra-cuu';

/** Pages on which administrators keep a list; without a name the way in. */
export const adminPaths = (list: string) => {
  const own = `${ADMIN}/${list}`;
  return {
    root: ADMIN,
    list: own,
    add: `${own}/moi`,
    row: (code: string): string => `${own}/${code}`,
    close: (code: string): string => `${own}/${code}/dong`,
    communes: paths.communes,
    import: '/can-bo/quan-tri/nhap-du-lieu',
  } as const;
};

/** An address with those parts that are filled in. */
export const withFilled = (path: string, params: Readonly<Record<string, string>>): string => {
  const filled = Object.entries(params).filter(([, value]) => value !== '');
  return filled.length ? `${path}?${new URLSearchParams(filled).toString()}` : path;
};
