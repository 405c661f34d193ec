import { HOUR, MINUTE, type Clock } from '../../core/clock.js';
import { NotFoundError } from '../../core/errors.js';
import type { Seal } from '../../core/seal.js';

/** So long a page stays open to be read. */
const LIFE = 30 * MINUTE;
/** What was begun on it may still be sent: nothing typed is lost to a slow writer. */
const GRACE = 4 * HOUR;

const GONE =
  'Trang này chỉ mở trong 30 phút để người khác không xem được. Hãy nhập lại mã phản ánh và số điện thoại ở mục Tra cứu phản ánh.';

interface Pass {
  readonly caseId: string;
  readonly until: number;
}

/** Sealed text as it may stand in an address. */
export const toMark = (sealed: string): string => Buffer.from(sealed, 'base64').toString('base64url');
export const fromMark = (mark: string): string => Buffer.from(mark, 'base64url').toString('base64');

/** Opens one case for a guest for a short time: neither its code nor the phone stands in the address. */
export const passesOf = (seal: Seal, clock: Clock) => ({
  issue: (caseId: string): string =>
    toMark(seal.close('case', { caseId, until: clock.now().getTime() + LIFE } satisfies Pass)),
  /** The id of the case; NotFoundError when the pass is not ours or its time is over. */
  open: (mark: string, late = false): string => {
    let pass: Pass;
    try {
      pass = seal.open<Pass>('case', fromMark(mark));
    } catch {
      throw new NotFoundError();
    }
    if (pass.until + (late ? GRACE : 0) < clock.now().getTime()) throw new NotFoundError(GONE);
    return pass.caseId;
  },
});

export type Passes = ReturnType<typeof passesOf>;
