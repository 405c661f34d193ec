import type { Database } from '../db/connection.js';
import { number } from '../http/format.js';
import type { Mac } from './seal.rules.js';
import { verifyAudit, type KnownEnd } from './verify.js';

const HELP = 'The mark must be as an earlier run printed it: --head <position>:<hash>';

/** `--head 1234:ab12...` as an earlier run printed it; undefined without it, `null` when it cannot be read. */
const knownEnd = (args: readonly string[]): KnownEnd | undefined | null => {
  const at = args.indexOf('--head');
  if (at < 0) return undefined;
  const found = /^(\d{1,15}):([0-9a-f]{64})$/.exec(args[at + 1] ?? '');
  return found ? { position: Number(found[1]), hash: found[2] ?? '' } : null;
};

/** `ansinh audit verify`: names every fault, counts, prints the end of the chain; 1 on any fault. */
export const auditCommand = async (
  parts: { readonly db: Database; readonly mac: Mac },
  args: readonly string[],
  print: (line: string) => void,
): Promise<number> => {
  const known = knownEnd(args);
  if (known === null) {
    print(HELP);
    return 2;
  }
  const { sealed, waiting, faults, end } = await verifyAudit(parts, ({ vi, en }) => print(`✗ ${vi}\n    ${en}`), known);
  print(`${number(sealed)} dòng đã niêm phong, ${number(waiting)} dòng chờ niêm phong, ${number(faults)} lỗi.`);
  print(`    ${sealed} rows sealed, ${waiting} waiting for their seal, ${faults} faults.`);
  if (faults === 0 && end.position > 0) {
    print(`Cuối chuỗi, hãy ghi lại ở nơi khác: ${end.position}:${end.hash}`);
    print('    The end of the chain; keep it elsewhere and compare with --head.');
  }
  return faults === 0 ? 0 : 1;
};
