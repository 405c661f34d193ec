import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAssets } from '../../src/core/http/assets.js';
import { createRenderer } from '../../src/core/http/render.js';

let folder: string;
const assets = { asset: (name: string) => `/tai-nguyen/${name}` };

const write = (path: string, text: string, changed?: Date): void => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  if (changed) utimesSync(file, changed, changed);
};

const renderer = (production = false) => createRenderer({ viewsDir: folder, assets, production });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'views-'));
  write('layouts/public.ejs', '<title><%= v.title %></title><%- include(v.view) %>');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('renderer', () => {
  it('puts the view into its layout and escapes what it shows', () => {
    write('a/page.ejs', '<p title="<%= v.name %>"><%= v.name %></p>');
    expect(renderer()('a/page', { title: 'T', name: `<b>"'&` })).toBe(
      '<title>T</title><p title="&lt;b&gt;&#34;&#39;&amp;">&lt;b&gt;&#34;&#39;&amp;</p>',
    );
  });

  it('takes the layout that is named', () => {
    write('layouts/officer.ejs', '[<%- include(v.view) %>]');
    write('a/page.ejs', '<%= v.asset("app.css") %> <%= v.format.months(13) %>');
    expect(renderer()('a/page', { layout: 'officer' })).toBe('[/tai-nguyen/app.css 1 năm 1 tháng]');
  });

  it('keeps page data out of shared partials, but not out of parts of the page', () => {
    write('partials/field.ejs', '<%= v.label %>|<%= v.hint %>|<%= v.csrf %>');
    write('a/_part.ejs', '<%= v.hint %>');
    write('a/page.ejs', `<%- include('/partials/field', { label: 'L' }) %>,<%- include('/a/_part') %>`);
    expect(renderer()('a/page', { hint: 'of the page', csrf: 'token' })).toContain('L||token,of the page');
  });

  it('reads a value made on demand only where it is shown', () => {
    let made = 0;
    const toString = (): string => {
      made += 1;
      return 'token';
    };
    const locals = { csrf: { toString } };
    write('partials/csrf.ejs', '<%= v.csrf %>');
    write('a/plain.ejs', `<%- include('/a/_part', { x: 1 }) %>`);
    write('a/_part.ejs', 'plain <%= v.x %>');
    write('a/form.ejs', `<%- include('/partials/csrf', {}) %>`);
    expect(renderer()('a/plain', locals)).toContain('plain 1');
    expect(made).toBe(0);
    expect(renderer()('a/form', locals)).toContain('token');
    expect(made).toBe(1);
  });

  it('renders with nothing given, as after a fault', () => {
    write('a/page.ejs', '<%= v.nav.public.length %><%= v.form.fault("x") %><%= v.actor.realm %><%= v.flash %>');
    expect(renderer()('a/page', {})).toContain('0guest');
  });

  it('names the template and the line of a fault once', () => {
    write('a/page.ejs', `\n<%- include('/a/_part') %>`);
    write('a/_part.ejs', '\n\n<%= v.missing.name %>');
    expect(() => renderer()('a/page', {})).toThrow(/^views\/a\/_part\.ejs:3: Cannot read/);
  });

  it('compiles again when a file changed, but not in production', () => {
    write('a/page.ejs', 'one', new Date(1_000_000));
    const [development, production] = [renderer(), renderer(true)];
    expect([development('a/page', {}), production('a/page', {})].join()).toContain('one');
    write('a/page.ejs', 'two', new Date(2_000_000));
    expect(development('a/page', {})).toContain('two');
    expect(production('a/page', {})).toContain('one');
  });
});

describe('assets', () => {
  it('finds hashed names and says how to build what is missing', () => {
    expect(() => readAssets(folder)).toThrow(/npm run build/);
    write('manifest.json', JSON.stringify({ 'app.css': '/tai-nguyen/app.1.css' }));
    expect(readAssets(folder).asset('app.css')).toBe('/tai-nguyen/app.1.css');
    expect(() => readAssets(folder).asset('none.js')).toThrow(/none\.js.*npm run build/);
  });
});
