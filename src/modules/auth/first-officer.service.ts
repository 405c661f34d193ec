import { parseArgs } from 'node:util';
import type { Agencies } from '../../contracts/organisation.js';
import { system } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ShownError } from '../../core/errors.js';
import type { Command } from '../../core/module.js';
import { clean } from '../../core/text.js';
import type { AdminQueries } from './admin.queries.js';
import type { Administration } from './admin.service.js';
import { isPersonName, isUsername } from './officer.rules.js';
import { setPasswordPath } from './paths.js';

export interface FirstOfficerParts {
  readonly administration: Administration;
  readonly lists: AdminQueries;
  readonly agencies: Agencies;
  readonly uow: UnitOfWork;
  readonly publicUrl: string;
}

/** A sentence for whoever typed the command, and the exit code. */
class Refusal extends Error {
  constructor(
    sentence: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(sentence);
  }
}

const FIRST = 'ansinh officer first --username U --name "Họ tên" --agency 04801';
const RESET = 'ansinh officer reset --username U [--totp]';

/** The named values; a missing or unknown one is told with how the command is written. */
const valuesOf = (args: readonly string[], names: readonly string[], usage: string): Record<string, string> => {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const parsed = ((): Record<string, string | undefined> => {
    try {
      return parseArgs({ args: [...args], options }).values;
    } catch (error) {
      throw new Refusal(`${(error as Error).message}\nusage: ${usage}`, 2);
    }
  })();
  const missing = names.filter((name) => !clean(parsed[name] ?? ''));
  if (missing.length) throw new Refusal(`missing ${missing.map((name) => `--${name}`).join(', ')}\nusage: ${usage}`, 2);
  return Object.fromEntries(names.map((name) => [name, clean(parsed[name] ?? '')]));
};

const usernameOf = (text: string): string => {
  const username = text.toLowerCase();
  if (!isUsername(username))
    throw new Refusal(`--username "${text}": 3 to 40 letters a-z, digits, dots, dashes; it begins with a letter`, 2);
  return username;
};

const handOver = (publicUrl: string, token: string): string =>
  `The password is set here, once, within 72 hours:\n${publicUrl}${setPasswordPath(token)}`;

const command = (name: string, help: string, work: (args: readonly string[]) => Promise<string>): Command => ({
  name,
  help,
  run: async (args, print) => {
    try {
      print(await work(args));
      return 0;
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof ShownError)) throw error;
      print(error.message);
      return error instanceof Refusal ? error.exitCode : 1;
    }
  },
});

/** The two ways in from the command line: the very first administrator, and one who has lost everything. */
export const firstOfficerCommands = (parts: FirstOfficerParts): Command[] => {
  const { administration, lists, agencies, uow, publicUrl } = parts;

  const first = async (args: readonly string[]): Promise<string> => {
    const typed = valuesOf(args, ['username', 'name', 'agency'], FIRST);
    const username = usernameOf(typed['username'] ?? '');
    const { name: fullName = '', agency: agencyCode = '' } = typed;
    if (!isPersonName(fullName)) throw new Refusal('--name: the full name, letters only, at most 120 characters', 2);
    const agency = await agencies.find(agencyCode);
    if (!agency) throw new Refusal(`--agency ${agencyCode}: there is no such agency; run "ansinh seed" first`, 2);
    const token = await uow.run(async () => {
      const there = await lists.anyAdministrator();
      if (there)
        throw new Refusal(
          `there is an administrator already: ${there}. He makes the others at /can-bo/quan-tri/can-bo; if he is lost: ansinh officer reset --username ${there}`,
        );
      const data = { fullName, agencyCode, roles: ['admin'], insuranceNumber: null };
      return (await administration.create(system, username, data)).token;
    });
    return `Administrator ${username} (${fullName}) at ${agency.name} is made.\n${handOver(publicUrl, token)}`;
  };

  const reset = async (args: readonly string[]): Promise<string> => {
    const factorToo = args.includes('--totp');
    const typed = valuesOf(
      args.filter((arg) => arg !== '--totp'),
      ['username'],
      RESET,
    );
    const username = usernameOf(typed['username'] ?? '');
    const officer = await lists.byUsername(username);
    if (!officer) throw new Refusal(`there is no officer "${username}"`);
    if (!officer.roles.includes('admin'))
      throw new Refusal(`${username} is no administrator: an administrator resets others at /can-bo/quan-tri/can-bo`);
    const { id, version } = officer;
    const token = await uow.run(async () => {
      if (factorToo && officer.hasTotp) {
        await administration.resetFactor(system, { id, version });
        return administration.reset(system, { id, version: version + 1 });
      }
      return administration.reset(system, { id, version });
    });
    const gone = factorToo ? 'The old password and the second factor are' : 'The old password is';
    return `${gone} dead, sessions of ${username} have ended; the audit says so.\n${handOver(publicUrl, token)}`;
  };

  return [
    command('officer first', `makes the first administrator: ${FIRST}`, first),
    command('officer reset', `a new password link for a lost administrator: ${RESET}`, reset),
  ];
};
