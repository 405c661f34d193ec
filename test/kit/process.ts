import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Browser } from './browser.js';

/** The built server as a process of its own. */
export interface RunningServer {
  readonly address: string;
  readonly pid: number;
  /** Milliseconds from spawning to the first answer of /readyz. */
  readonly startedIn: number;
  browser(): Browser;
  /** All it wrote so far. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

type Env = Readonly<Record<string, string>>;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** The flag of `npm start` and of the first line of `ansinh`: a command holds less than a server under load. */
const room = (script: string): string => `--max-semi-space-size=${script === 'cli.js' ? 32 : 64}`;

const launch = (env: Env, script = 'server.js', args: readonly string[] = []) => {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [room(script), `dist/src/${script}`, ...args], {
    env: { PATH, HOME, ...env },
  });
  let output = '';
  const keep = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  return { child, ended, output: () => output };
};

/** Starts the server and leaves it to end by itself: for starts that must fail. */
export const startAndEnd = async (env: Env): Promise<{ code: number | NodeJS.Signals | null; output: string }> => {
  const { ended, output } = launch(env);
  return { code: await ended, output: output() };
};

/** A command of `ansinh` as a process of its own. */
export const startCommand = (env: Env, args: readonly string[]) => {
  const { child, ended, output } = launch(env, 'cli.js', args);
  return { pid: child.pid ?? 0, ended, output, kill: (signal: NodeJS.Signals) => void child.kill(signal) };
};

const ready = async (address: string): Promise<boolean> =>
  fetch(`${address}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );

/** Starts the server and waits until it is ready; fails with its output when it ends or takes too long. */
export const startServer = async (env: Env): Promise<RunningServer> => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const since = process.hrtime.bigint();
  const { child, ended, output } = launch({ LOG_LEVEL: 'warn', ...env, PORT: String(port) });
  const sinceStart = (): number => Number(process.hrtime.bigint() - since) / 1e6;
  while (!(await ready(address))) {
    if (child.exitCode !== null || sinceStart() > 60_000) throw new Error(`the server did not start:\n${output()}`);
    await wait(50);
  }
  const startedIn = sinceStart();
  return {
    address,
    pid: child.pid ?? 0,
    startedIn,
    ended,
    output,
    browser: () => new Browser(address),
    kill: (signal) => void child.kill(signal),
  };
};
