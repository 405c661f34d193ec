import type { z } from 'zod';
import { cellText, lostDigits } from './cell.rules.js';
import type { Heading } from './heading.rules.js';
import type { ImportColumn, Importer, ImportFault } from './importer.js';
import type { Line } from './reader.js';

/** A line that is refused, with all that is wrong with it. */
export interface RefusedLine {
  readonly line: Line;
  readonly faults: readonly ImportFault[];
}

export interface GoodLine<Input extends object = object> {
  readonly line: Line;
  readonly input: Input;
}

const isBlank = ({ cells }: Line): boolean => cells.every((cell) => cell.trim() === '');

const widthFault = ({ cells }: Line, width: number): string | undefined => {
  if (cells.length < width)
    return `Dòng chỉ có ${cells.length} ô mà dòng tiêu đề có ${width} cột: dòng có thể bị cắt. Hãy điền đủ các ô, ô trống cũng giữ dấu phân cách.`;
  const rest = cells.slice(width);
  if (rest.some((cell) => cell.trim() !== ''))
    return `Dòng có ${cells.length} ô mà dòng tiêu đề có ${width} cột: có lẽ một ô chứa dấu phân cách mà không đặt trong dấu ngoặc kép.`;
  return undefined;
};

/** What is wrong with a cell whatever its column means. */
const cellFault = (column: ImportColumn, text: string): string | undefined => {
  if (text === '') return column.required ? `Thiếu ${column.label}. Cột này không được để trống.` : undefined;
  if (text.includes('\uFFFD')) return `${column.label} có ký tự hỏng, không phải UTF-8. Hãy nhập lại ô này.`;
  return lostDigits(column, text);
};

const faultOf = ({ path, message }: z.core.$ZodIssue): ImportFault => ({
  column: String(path[0] ?? ''),
  reason: message,
});

/** Looks at lines one by one: the input of a good one, the faults of another, nothing for a blank one. */
export const examiner = <Input extends object>({ columns, schema }: Importer<Input>, heading: Heading) => {
  const places = columns.map((column) => [column, heading.indexOf(column)] as const);
  return (line: Line): GoodLine<Input> | RefusedLine | undefined => {
    if (isBlank(line)) return undefined;
    const reason = widthFault(line, heading.length);
    if (reason) return { line, faults: [{ column: '', reason }] };
    const record: Record<string, string> = {};
    const faults: ImportFault[] = [];
    for (const [column, place] of places) {
      const text = cellText(line.cells[place] ?? '');
      const fault = cellFault(column, text);
      if (fault) faults.push({ column: column.name, reason: fault });
      record[column.name] = text;
    }
    const result = schema.safeParse(record);
    if (result.success && faults.length === 0) return { line, input: result.data };
    const told = new Set(faults.map(({ column }) => column));
    const more = (result.error?.issues ?? []).map(faultOf).filter(({ column }) => !told.has(column));
    return { line, faults: [...faults, ...more] };
  };
};
