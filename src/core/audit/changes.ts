import { dateTime } from '../http/format.js';
import type { JournalRow } from './journal.js';

/** One field of a row before and after, as its history tells it. */
export interface Change {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

type Cells = Readonly<Record<string, string>>;

/** The fields in which two states of a row differ. */
export const changesOf = (
  columns: readonly { readonly name: string; readonly label: string }[],
  before: Cells,
  after: Cells,
): Change[] =>
  columns
    .map(({ name, label }) => ({ label, from: before[name] ?? '', to: after[name] ?? '' }))
    .filter(({ from, to }) => from !== to);

const isChange = (value: unknown): value is Change =>
  typeof value === 'object' && value !== null && 'label' in value && 'from' in value && 'to' in value;

const shown = (text: string): string => text || '(trống)';

/** "Tên: A → B" for each change that an act has among its details. */
const changeWords = ({ changes }: Readonly<Record<string, unknown>>): string[] =>
  (Array.isArray(changes) ? changes.filter(isChange) : []).map(
    ({ label, from, to }) => `${label}: ${shown(from)} → ${shown(to)}`,
  );

/** An act on a row as `views/partials/history.ejs` tells it. */
export const presentAct = (row: JournalRow, acts: Readonly<Record<string, string>>) => ({
  title: acts[row.action] ?? row.action,
  who: row.actorName,
  at: dateTime(row.at),
  why: row.purpose,
  changes: changeWords(row.details),
});
