import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sources } from './sources.js';

const views = sources(['views'], ['.ejs']);

/** Markup alone: what stands between EJS tags is code. */
const markup = (text: string): string => text.replace(/<%[\s\S]*?%>/g, 'ejs');

const found = (pattern: RegExp): string[] =>
  views.flatMap(({ path, text }) =>
    [...markup(text).matchAll(pattern)].map(([hit]) => `${path}: ${hit.trim().slice(0, 80)}`),
  );

test('there are views', () => {
  expect(views.length).toBeGreaterThan(0);
});

test('nothing is written unescaped but includes', () => {
  const wrong = views.flatMap(({ path, text }) =>
    [...text.matchAll(/<%-([\s\S]*?)%>/g)]
      .filter(([, inside = '']) => !/^\s*include\(/.test(inside))
      .map(([hit]) => `${path}: ${hit}`),
  );
  // The layout places the page that was already rendered; a text of editors was sanitised. These alone.
  const placed =
    /^views\/layouts\/[^:]+: <%-\s*v\.(body|content|main)\s*[-_]?%>$|^views\/news\/prose\.ejs: <%- v\.html %>$/;
  expect(wrong.filter((hit) => !placed.test(hit))).toEqual([]);
});

describe('a page needs nothing that the content policy forbids', () => {
  test('no style attributes', () => expect(found(/<[a-z][^>]*\sstyle\s*=/gi)).toEqual([]));
  test('no style elements', () => expect(found(/<style\b/gi)).toEqual([]));
  test('no handlers', () => expect(found(/<[a-z][^>]*\son[a-z]+\s*=/gi)).toEqual([]));
  test('no inline scripts', () => expect(found(/<script\b(?![^>]*\bsrc\s*=)[^>]*>/gi)).toEqual([]));
  test('no script addresses', () => expect(found(/(href|src|action)\s*=\s*["']\s*javascript:/gi)).toEqual([]));
  test('nothing from elsewhere', () =>
    expect(found(/<(script|link|img|iframe)\b[^>]*(src|href)\s*=\s*["'](https?:)?\/\//gi)).toEqual([]));
});

test('no link leads nowhere', () => {
  expect(found(/href\s*=\s*["']#?["']/gi)).toEqual([]);
});

test('every form that posts carries the token', () => {
  const wrong = views.flatMap(({ path, text }) =>
    [...text.matchAll(/<form\b[^>]*method\s*=\s*"post"[\s\S]*?<\/form>/gi)]
      .filter(([form]) => !/partials\/csrf/.test(form) && !/data-csrf="origin"/.test(form))
      .map(([form]) => `${path}: ${form.slice(0, 80)}`),
  );
  expect(wrong).toEqual([]);
});

test('a view includes its own folder, layouts and partials only', () => {
  const wrong = views.flatMap(({ path, text }) => {
    const own = path.split('/')[1] ?? '';
    const allowed = new RegExp(`^/?(partials|layouts|${own})/|^\\.{0,2}/?[^/]+$`);
    return [...text.matchAll(/include\(\s*['"]([^'"]+)['"]/g)]
      .map(([, target = '']) => target)
      .filter((target) => !allowed.test(target))
      .map((target) => `${path} includes ${target}`);
  });
  expect(wrong).toEqual([]);
});

describe('icons', () => {
  const lists = JSON.parse(readFileSync('public/shared/icons.json', 'utf8')) as Record<'guests' | 'signedIn', string[]>;
  const drawn = [...lists.guests, ...lists.signedIn];
  const users = [...views, ...sources(['src', 'public'])];

  /** What a value may come to: `'a'`, `x ? 'a' : 'b'`, `x || 'a'`. */
  const choices = (value: string): string[] =>
    [...value.matchAll(/(?:^|[?:]|\|\|)\s*'([\w-]+)'/g)].map(([, name = '']) => name);

  test('every icon that is named is in a sprite', () => {
    const missing = users.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:\bicon:|partials\/icon', \{ name:)\s*([^,}\n]+)/g)]
        .flatMap(([, value = '']) => choices(value))
        .filter((name) => !drawn.includes(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('the sprites hold no icon that nobody names', () => {
    expect(drawn.filter((name) => !users.some(({ text }) => text.includes(`'${name}'`)))).toEqual([]);
  });
});
