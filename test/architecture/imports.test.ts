import { expect, test } from 'vitest';
import { importsOf, sources, type Source } from './sources.js';

const code = sources(['src', 'config', 'seeders']);

/** Files that see all modules, because they put them together. */
const COMPOSERS = new Set(['config/modules.ts', 'src/app.ts', 'src/cli.ts', 'src/server.ts', 'src/seed.ts']);

const moduleOf = (path: string): string | undefined => /^src\/modules\/([^/]+)\//.exec(path)?.[1];

const isPackage = (target: string): boolean => !/^(src|config|seeders|test|views|public)\//.test(target);

/** Why a file may not import a target, or nothing. */
const objection = ({ path }: Source, target: string): string | undefined => {
  if (isPackage(target)) return undefined;
  const [from, to] = [moduleOf(path), moduleOf(target)];
  if (target.startsWith('test/')) return 'only tests import tests';
  if (path.startsWith('src/core/') && !target.startsWith('src/core/')) return 'core knows nothing but core';
  if (path.startsWith('src/contracts/') && !/^src\/(contracts|core\/(contract|clock))/.test(target))
    return 'a contract knows only the core contract';
  if (from && to && from !== to) return 'a module never imports another module';
  if (from && !to && !/^(src\/(core|contracts)\/|seeders\/)/.test(target))
    return 'a module sees core, contracts and itself';
  if (from && /^seeders\//.test(target) && !isOwnSeeder(from, target)) return 'a module sees its own seeders';
  if (to && !from && !COMPOSERS.has(path) && !seederOf(path, to)) return 'only the composers see modules';
  return undefined;
};

const isOwnSeeder = (module: string, target: string): boolean =>
  new RegExp(
    `^seeders/((reference|demo|province)/${module}\\.ts|(reference|demo|province|data)/${module}[/.-]|random\\.ts|data/)`,
  ).test(target);

/** A seeder uses the tables of its own module. */
const seederOf = (path: string, module: string): boolean =>
  new RegExp(`^seeders/(reference|demo|province)/${module}[./-]`).test(path);

test('nobody imports what the plan of the house forbids', () => {
  const wrong = code.flatMap((source) =>
    importsOf(source).flatMap(({ target }) => {
      const reason = objection(source, target);
      return reason ? [`${source.path} imports ${target}: ${reason}`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});

/** File role to the roles it must not reach, and the packages it must not know. */
const ROLES: readonly { role: string; never: RegExp }[] = [
  {
    role: 'rules',
    never:
      /^(express|sequelize|ejs|node:fs)|\.(model|queries|service|controller|routes|presenter)\.ts$|core\/(db|http(?!\/format)|events|jobs)\//,
  },
  { role: 'controller', never: /^(express|sequelize)|\.model\.ts$|core\/db\// },
  { role: 'routes', never: /^(express|sequelize)|\.(model|queries|service)\.ts$|core\/db\// },
  {
    role: 'presenter',
    never: /^(express|sequelize)|\.(model|service|controller|routes)\.ts$|core\/(db|events|jobs)\//,
  },
  {
    role: 'schema',
    never: /^(express|sequelize)|\.(model|service|controller|routes|presenter)\.ts$|core\/(db|events|jobs)\//,
  },
  { role: 'queries', never: /^express|\.(service|controller|routes)\.ts$/ },
  { role: 'service', never: /^express|\.(controller|routes|presenter)\.ts$/ },
  { role: 'model', never: /^express|\.(service|queries|controller|routes|presenter)\.ts$/ },
];

test.each(ROLES)('files of the role $role keep to it', ({ role, never }) => {
  const wrong = code
    .filter(({ path }) => path.startsWith('src/modules/') && path.endsWith(`.${role}.ts`))
    .flatMap((source) =>
      importsOf(source)
        .filter(({ target, typeOnly }) => !typeOnly && never.test(target))
        .map(({ target }) => `${source.path} imports ${target}`),
    );
  expect(wrong).toEqual([]);
});

test('a controller is handed no table', () => {
  const wrong = code
    .filter(({ path }) => path.endsWith('.controller.ts'))
    .flatMap((source) => importsOf(source).map(({ target }) => ({ path: source.path, target })))
    .filter(({ target }) => /\/tables\.ts$|core\/db\/table\.ts$/.test(target));
  expect(wrong).toEqual([]);
});

test('migrations spell their columns themselves', () => {
  const wrong = code
    .filter(({ path }) => /migrations?(\.|\/)/.test(path) && path.startsWith('src/modules/'))
    .flatMap((source) =>
      importsOf(source)
        .filter(({ target }) => target.endsWith('.model.ts'))
        .map(({ target }) => `${source.path} imports ${target}`),
    );
  expect(wrong).toEqual([]);
});
