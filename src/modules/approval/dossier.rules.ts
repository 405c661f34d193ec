import type { Dossier, DossierState } from '../../contracts/registration.js';
import { isOwn } from './assessment.rules.js';
import { sameName } from './comparison.rules.js';

const OPEN: ReadonlySet<DossierState> = new Set(['declared', 'handed_in', 'in_review']);
const DECIDABLE: ReadonlySet<DossierState> = new Set(['handed_in', 'in_review']);

/** What this officer may do with the dossier now; each act is checked again when it is done. */
export const actsOn = (dossier: Dossier, officer: { number: string | undefined; mayDecide: boolean }) => {
  const open = OPEN.has(dossier.state);
  const mine = isOwn(officer.number, dossier.insuranceNumber);
  const may = officer.mayDecide;
  return {
    own: mine,
    decide: may,
    handIn: may && dossier.state === 'declared',
    take: may && dossier.state === 'handed_in',
    release: may && dossier.state === 'in_review',
    replacePicture: may && open,
    assess: may && open && !mine,
    canApprove: DECIDABLE.has(dossier.state),
  };
};

/** "Võ Minh Khoa đã duyệt hồ sơ này lúc 09:14"; undefined while nobody has decided. `at` is the instant in words. */
export const decidedWords = (dossier: Pick<Dossier, 'state' | 'decidedByName'>, at: string): string | undefined => {
  if (dossier.state !== 'approved' && dossier.state !== 'refused') return undefined;
  const act = dossier.state === 'approved' ? 'đã duyệt' : 'đã từ chối';
  return `${dossier.decidedByName ?? 'Cán bộ khác'} ${act} hồ sơ này lúc ${at}`;
};

type Person = Pick<Dossier, 'insuranceNumber' | 'fullName'>;

/** Whether the registry knows this number under this name; `known` is what it has under the number. */
export const isMatch = (declared: Person, known: Person | undefined): boolean =>
  known !== undefined &&
  known.insuranceNumber === declared.insuranceNumber &&
  sameName(declared.fullName, known.fullName);
