import type { Commune, Province } from '../../contracts/organisation.js';
import { presentPuzzle, type Puzzle } from '../../core/http/puzzle.js';
import type { NumberAnswer } from './number.service.js';
import { maskedNumber, nameInitials } from './number.rules.js';
import { paths } from './paths.js';

export interface NumberPage {
  readonly puzzle: Puzzle & { readonly token: string };
  readonly province: string;
  readonly provinces: readonly Province[];
  readonly communes: readonly Commune[];
}

const options = (list: readonly (Province | Commune)[]) => list.map(({ code, name }) => ({ value: code, text: name }));

/** The form of the number lookup with a fresh puzzle. */
export const presentNumberForm = ({ puzzle, province, provinces, communes }: NumberPage) => ({
  title: 'Tra cứu mã số BHXH',
  paths,
  sheets: ['lookup.css'],
  scripts: ['communes.js', 'puzzle.js'],
  puzzle: presentPuzzle(puzzle),
  province,
  provinces: options(provinces),
  communes: options(communes),
});

/** Enough for a person to know himself again. */
export const presentFound = ({ person, slip }: NumberAnswer) => ({
  rows: [
    { label: 'Mã số BHXH', value: maskedNumber(person.insuranceNumber) },
    { label: 'Họ tên viết tắt', value: nameInitials(person.fullName) },
    { label: 'Năm sinh', value: person.birthDate.slice(-4) },
  ],
  slip,
});
