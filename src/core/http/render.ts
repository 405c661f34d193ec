import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import ejs from 'ejs';
import { guest } from '../context.js';
import type { Assets } from './assets.js';
import * as format from './format.js';

export interface RendererOptions {
  /** Absolute path of the folder `views`. */
  readonly viewsDir: string;
  readonly assets: Assets;
  /** In production a template is compiled once; otherwise again when its file changed. */
  readonly production: boolean;
}

/** Renders `view` ("registration/form") inside the layout named by `locals.layout` (default "public"). */
export type Renderer = (view: string, locals: object) => string;

type Values = Readonly<Record<string, unknown>>;
type Include = (path: string, data?: object) => string;
type Template = (values: Values, escape: (value: unknown) => string, include: Include, trace: Trace) => string;
type Trace = { line: number };

/** What a shared partial gets from the page beside its own parameters; page data of the same name stays outside. */
const AMBIENT = [
  ...['title', 'layout', 'view', 'path', 'url', 'actor', 'nonce', 'csrf', 'nav', 'office', 'flash', 'form', 'format'],
  ...['asset', 'requestId', 'demo', 'version', 'owner'],
] as const;

const emptyForm = {
  values: {},
  faults: [],
  value: () => '',
  list: (): string[] => [],
  fault: () => undefined,
};

/** Enough for a page to render when neither session nor database answers. */
const defaults = {
  layout: 'public',
  title: '',
  path: '',
  url: '',
  nonce: '',
  csrf: '',
  owner: '',
  actor: guest,
  nav: { public: [], citizen: [], officer: [] },
  office: { name: '', address: '', hotline: '', hours: '' },
  flash: undefined,
  form: emptyForm,
};

const SPECIAL = /[&<>'"]/;

/** Most values hold nothing to escape: looking is cheaper than replacing. */
const escape = (value: unknown): string =>
  typeof value === 'string' && !SPECIAL.test(value) ? value : ejs.escapeXML(value);

/** Turns the text of a template into a function; a syntax error names the file. */
const compile = (file: string): Template => {
  const template = new ejs.Template(readFileSync(file, 'utf8'), {
    _with: false,
    localsName: 'v',
    compileDebug: true,
    strict: true,
    filename: file,
  });
  template.compile();
  const body = `'use strict'; let __line = 1; try {\n${template.source}\n} catch (fault) { trace.line = __line; throw fault; }`;
  return compileFunction(body, ['v', 'escapeFn', 'include', 'trace'], { filename: file }) as unknown as Template;
};

/** Gives the compiled template of a path below `views`, compiled again when the file is newer (not in production). */
const templateCache = (viewsDir: string, production: boolean): ((path: string) => Template) => {
  const known = new Map<string, { template: Template; changed: number }>();
  return (path) => {
    const found = known.get(path);
    if (found && production) return found.template;
    const file = join(viewsDir, `${path}.ejs`);
    const changed = statSync(file).mtimeMs;
    if (found?.changed === changed) return found.template;
    const template = compile(file);
    known.set(path, { template, changed });
    return template;
  };
};

/**
 * Values on top of others, copied flat: a chain of prototypes costs several times as much, and a page has a hundred
 * includes. What shall be made on demand is an object with a `toString` of its own.
 */
const extend = (base: Values, data: object): Values => ({ ...base, ...data });

const ambientOf = (locals: object): Values => {
  const all = locals as Values;
  return Object.fromEntries(AMBIENT.flatMap((name) => (name in all ? [[name, all[name]]] : [])));
};

/** Says once in which template and line a fault arose, however deep the includes. */
const located = (fault: unknown, path: string, line: number): unknown => {
  if (!(fault instanceof Error) || fault.message.startsWith('views/')) return fault;
  return new Error(`views/${path}.ejs:${line}: ${fault.message}`, { cause: fault });
};

/** Builds the renderer. `<%= %>` always escapes; `include` takes a path from the root of the views, with or without "/". */
export const createRenderer = ({ viewsDir, assets, production }: RendererOptions): Renderer => {
  const templateOf = templateCache(viewsDir, production);
  const asset = (name: string): string => assets.asset(name);

  const run = (path: string, values: Values, ambient: Values): string => {
    const trace: Trace = { line: 0 };
    const include: Include = (name, data = {}) => {
      const inner = name.replace(/^\//, '');
      const base = inner.startsWith('partials/') ? ambient : values;
      return run(inner, data === base ? base : extend(base, data), ambient);
    };
    try {
      return templateOf(path)(values, escape, include, trace);
    } catch (fault) {
      throw located(fault, path, trace.line);
    }
  };

  return (view, locals) => {
    const own = { view, asset, format };
    const values = extend(extend(defaults, locals), own);
    const ambient = extend(extend(defaults, ambientOf(locals)), own);
    return run(`layouts/${String(values['layout'])}`, values, ambient);
  };
};
