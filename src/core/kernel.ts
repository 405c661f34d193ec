import type { ModuleContext, ModuleParts, ModuleDefinition } from './module.js';
import type { Port } from './contract.js';
import type { Route } from './http/route.js';

/** A module after `setup`, with what it brought. */
export interface LoadedModule {
  readonly definition: ModuleDefinition;
  readonly parts: ModuleParts;
}

/** What the kernel hands out per module; the rest of the context is the same for all. */
export type ContextFor = (definition: ModuleDefinition, use: ModuleContext['use']) => ModuleContext;

const fail = (sentence: string): never => {
  throw new Error(`modules: ${sentence}`);
};

const once = (what: string, seen: Map<string, string>, value: string, owner: string): void => {
  const other = seen.get(value);
  if (other) fail(`${what} "${value}" is declared by both "${other}" and "${owner}"`);
  seen.set(value, owner);
};

const checkNames = (definitions: readonly ModuleDefinition[]): void => {
  const ids = new Map<string, string>();
  const ports = new Map<string, string>();
  const permissions = new Map<string, string>();
  const own = (definition: ModuleDefinition, what: string, name: string, mark: string): void => {
    if (!name.startsWith(`${definition.id}${mark}`))
      fail(`${what} "${name}" of module "${definition.id}" lacks its prefix`);
  };
  for (const definition of definitions) {
    once('module', ids, definition.id, definition.id);
    for (const { key } of definition.provides ?? []) {
      own(definition, 'port', key, '.');
      once('port', ports, key, definition.id);
    }
    for (const { id } of definition.permissions ?? []) {
      own(definition, 'permission', id, '.');
      once('permission', permissions, id, definition.id);
    }
    for (const action of Object.keys(definition.acts ?? {})) own(definition, 'act', action, '.');
    for (const { name } of definition.publishes ?? []) own(definition, 'event', name, '.');
    for (const table of definition.tables) own(definition, 'table', table, '_');
  }
};

/** A permission for a role that nobody can hold would be a page that nobody can open. */
const checkRoles = (definitions: readonly ModuleDefinition[]): void => {
  const declared = definitions.filter(({ roles }) => roles);
  if (declared.length > 1) fail('more than one module declares roles');
  const known = new Set(declared.flatMap(({ roles }) => (roles ?? []).map(({ id }) => id)));
  for (const { id: owner, permissions } of definitions)
    for (const { id, roles } of permissions ?? [])
      for (const role of roles)
        if (declared.length && !known.has(role))
          fail(`permission "${id}" of module "${owner}" names role "${role}", which does not exist`);
};

/** Modules in the order in which each finds what it requires; refuses gaps and circles. */
export const orderModules = (definitions: readonly ModuleDefinition[]): ModuleDefinition[] => {
  checkNames(definitions);
  checkRoles(definitions);
  const provider = new Map(
    definitions.flatMap((definition) => (definition.provides ?? []).map(({ key }) => [key, definition] as const)),
  );
  const ordered: ModuleDefinition[] = [];
  const visit = (definition: ModuleDefinition, path: readonly string[]): void => {
    if (ordered.includes(definition)) return;
    if (path.includes(definition.id)) fail(`requires go in a circle: ${[...path, definition.id].join(' > ')}`);
    for (const { key } of definition.requires ?? []) {
      const needed = provider.get(key) ?? fail(`"${definition.id}" requires port "${key}", which no module provides`);
      visit(needed, [...path, definition.id]);
    }
    ordered.push(definition);
  };
  for (const definition of definitions) visit(definition, []);
  return ordered;
};

const checkRoutes = (loaded: readonly LoadedModule[], extra: readonly Route[]): void => {
  const routes = new Map<string, string>();
  for (const { method, path } of extra) once('route', routes, `${method} ${path}`, 'core');
  for (const { definition, parts } of loaded)
    for (const { method, path } of parts.routes ?? []) once('route', routes, `${method} ${path}`, definition.id);
};

const checkImporters = (loaded: readonly LoadedModule[]): void => {
  const kinds = new Map<string, string>();
  for (const { definition, parts } of loaded)
    for (const { kind } of parts.importers ?? []) once('importer', kinds, kind, definition.id);
};

const checkPersonalData = (loaded: readonly LoadedModule[]): void => {
  const names = new Map<string, string>();
  for (const { definition, parts } of loaded)
    for (const { name } of parts.personalData ?? []) {
      if (!name.startsWith(`${definition.id}.`))
        fail(`personal data "${name}" of module "${definition.id}" lacks its prefix`);
      once('personal data', names, name, definition.id);
    }
};

/** Sets every module up in order and collects what they bring. Nothing is started, nothing outside is touched. */
export const setUp = (
  modules: readonly ModuleDefinition[],
  contextFor: ContextFor,
  coreRoutes: readonly Route[] = [],
): LoadedModule[] => {
  const ports = new Map<string, unknown>();
  const loaded: LoadedModule[] = [];
  for (const definition of orderModules(modules)) {
    const allowed = new Set((definition.requires ?? []).map(({ key }) => key));
    const use = <T>(port: Port<T>): T => {
      if (!allowed.has(port.key)) fail(`"${definition.id}" uses port "${port.key}" without requiring it`);
      return ports.get(port.key) as T;
    };
    const parts = definition.setup(contextFor(definition, use));
    for (const { key } of definition.provides ?? []) {
      if (!parts.provides?.has(key)) fail(`"${definition.id}" declares port "${key}" but does not provide it`);
      ports.set(key, parts.provides?.get(key));
    }
    loaded.push({ definition, parts });
  }
  checkRoutes(loaded, coreRoutes);
  checkImporters(loaded);
  checkPersonalData(loaded);
  if (loaded.filter(({ parts }) => parts.actors).length > 1) fail('more than one module wants to load actors');
  if (loaded.filter(({ parts }) => parts.reportLink).length > 1) fail('more than one module wants to take reports');
  return loaded;
};
