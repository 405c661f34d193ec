#!/usr/bin/env -S node --max-semi-space-size=32
import { readConfig, ConfigError } from '../config/index.js';
import { environment, slices } from '../config/environment.js';
import { modules } from '../config/modules.js';
import { buildApp, type App } from './app.js';
import { auditCommand } from './core/audit/audit-command.js';
import { auditMac } from './core/audit/seal.rules.js';
import { runInContext, system } from './core/context.js';
import { diagnose } from './core/doctor.js';
import { importCommand } from './core/import/import-command.js';
import { matrixLines } from './core/http/access-matrix.js';
import { routesOf } from './core/http/http.js';
import { createKeyring } from './core/keyring.js';
import type { Route } from './core/http/route.js';
import { seed, seedProvince } from './seed.js';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const screen = { live: process.stdout.isTTY, write: (text: string) => void process.stdout.write(text) };

const describeAccess = ({ access }: Route): string => {
  if (access.realm !== 'officer') return access.realm;
  return `officer ${access.permission ?? '(any)'}`;
};

/** A command of the house itself; those of the modules do not need the whole application. */
interface HouseCommand {
  readonly name: string;
  readonly help: string;
  run(app: App, args: readonly string[]): Promise<number>;
}

const house: readonly HouseCommand[] = [
  {
    name: 'migrate',
    help: 'bring the database up to this version',
    run: async (app) => {
      const { ran } = await app.migrator.up();
      print(ran.length ? ran.map((name) => `migrated ${name}`).join('\n') : 'nothing to migrate');
      return 0;
    },
  },
  {
    name: 'seed',
    help: 'reference rows (idempotent); outside production with --demo the demo rows, with --province-scale N a province of N people',
    run: async (app, args) => {
      await app.migrator.up();
      await seed(app, 'reference');
      if (args.includes('--demo')) await seed(app, 'demo');
      const scale = args.indexOf('--province-scale');
      if (scale >= 0) await seedProvince(app, Number(args[scale + 1]), screen);
      print('seeded');
      return 0;
    },
  },
  {
    name: 'import',
    help: 'reads a CSV file in: import <kind> file.csv [--dry-run] [--resume]; alone it lists the kinds',
    run: ({ imports, clock }, args) => {
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort());
      const work = () => importCommand({ imports, clock, screen, signal: stop.signal }, args);
      return runInContext({ requestId: 'cli', ip: '', actor: system }, work);
    },
  },
  {
    name: 'doctor',
    help: 'what is wrong with this installation, in Vietnamese and English',
    run: async (app) => {
      const findings = await diagnose(app);
      for (const { ok, vi, en } of findings) print(`${ok ? '✓' : '✗'} ${vi}\n    ${en}`);
      return findings.every(({ ok }) => ok) ? 0 : 1;
    },
  },
  {
    name: 'audit verify',
    help: 'whether the audit is as it was written; --head <position>:<hash> compares with a mark kept elsewhere',
    run: ({ db, config }, args) => auditCommand({ db, mac: auditMac(createKeyring(config.key)) }, args, print),
  },
  {
    name: 'modules',
    help: 'the modules of this installation, what they provide and require',
    run: async (app) => {
      for (const { definition } of app.modules) {
        const names = (list: readonly { key: string }[] | undefined): string =>
          list?.map(({ key }) => key).join(', ') || '-';
        print(`${definition.id.padEnd(14)} ${definition.title}`);
        print(`${''.padEnd(14)} provides ${names(definition.provides)}; requires ${names(definition.requires)}`);
      }
      return 0;
    },
  },
  {
    name: 'routes',
    help: 'every route with its access; with --matrix who of whom is let in',
    run: async (app, args) => {
      const routes = routesOf({ ...app, production: app.config.production, stopping: () => false });
      if (args.includes('--matrix')) {
        const definitions = app.modules.map(({ definition }) => definition);
        for (const line of matrixLines(routes, definitions)) print(line);
        return 0;
      }
      for (const route of routes)
        print(`${route.method.toUpperCase().padEnd(5)} ${route.path.padEnd(52)} ${describeAccess(route)}`);
      return 0;
    },
  },
];

/** All commands; the work of a module's command is done as the system. */
const commandsOf = (app: App): readonly HouseCommand[] => [
  ...house,
  ...app.modules.flatMap(({ parts }) =>
    (parts.commands ?? []).map(({ name, help, run }) => ({
      name,
      help,
      run: (_: App, args: readonly string[]) =>
        runInContext({ requestId: 'cli', ip: '', actor: system }, () => run(args, print)),
    })),
  ),
];

const usage = (commands: readonly HouseCommand[]): number => {
  print('ansinh <command>');
  for (const { name, help } of commands) print(`  ${name.padEnd(16)} ${help}`);
  return 2;
};

const run = async (args: readonly string[]): Promise<number> => {
  const app = await buildApp(readConfig(environment(), slices(modules)), modules);
  try {
    const commands = commandsOf(app);
    const command = commands.find(({ name }) => `${args.join(' ')} `.startsWith(`${name} `));
    if (!command) return usage(commands);
    await app.redis?.connect();
    return await command.run(app, args.slice(command.name.split(' ').length));
  } finally {
    await app.stop();
  }
};

run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`);
    process.exit(1);
  },
);
