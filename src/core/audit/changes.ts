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
export const changeWords = ({ changes }: Readonly<Record<string, unknown>>): string[] =>
  (Array.isArray(changes) ? changes.filter(isChange) : []).map(
    ({ label, from, to }) => `${label}: ${shown(from)} → ${shown(to)}`,
  );
