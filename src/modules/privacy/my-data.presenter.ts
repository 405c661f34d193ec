import { date, time } from '../../core/http/format.js';
import type { Block } from '../../core/pdf/report.js';
import { labelOf, pick, sayValue, type DataRow, type DataSection, type DataSubject } from '../../core/personal-data.js';
import { paths } from './paths.js';

/** What is given out, for whom, when, by whom. */
export interface MyData {
  readonly subject: DataSubject;
  readonly sections: readonly DataSection[];
  readonly now: Date;
  readonly office: string;
}

/** Sections with more fields than this are told row by row, not as a table. */
const TABLE_FIELDS = 6;

export const presentMyData = (sections: readonly DataSection[]) => ({
  title: 'Dữ liệu của tôi',
  sections: sections.map(({ title, about }) => ({ title, about })),
  json: paths.myDataJson,
  pdf: paths.myDataPdf,
  seen: paths.seen,
  consents: paths.consents,
});

/** The file for machines, piece by piece: a section is read when the ones before it are on their way. */
export const myDataJson = async function* ({ subject, sections, now, office }: MyData): AsyncGenerator<string> {
  const head = { format: 'ansinh-my-data', version: 1, madeAt: now, madeBy: office, insuranceNumber: subject.person };
  yield `${JSON.stringify(head).slice(0, -1)},"sections":[`;
  for (const [index, section] of sections.entries()) {
    const { name, title, about, fields } = section;
    const labels = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, labelOf(field)]));
    yield `${index ? ',' : ''}\n${JSON.stringify({ name, title, about, fields: labels }).slice(0, -1)},"rows":[`;
    let first = true;
    for await (const row of await section.rows(subject)) {
      yield `${first ? '' : ','}\n${JSON.stringify(pick(section, row))}`;
      first = false;
    }
    yield ']}';
  }
  yield '\n]}\n';
};

const said = (section: DataSection, row: DataRow) =>
  Object.entries(pick(section, row)).map(([key, value]) => {
    const field = section.fields[key] ?? key;
    return { label: labelOf(field), value: sayValue(field, value) };
  });

const tableOf = (section: DataSection, rows: readonly DataRow[]): Block => {
  const longest = (index: number) => Math.max(...rows.map((row) => said(section, row)[index]?.value.length ?? 0));
  const columns = Object.values(section.fields).map((field, index) => ({
    label: labelOf(field),
    // Nothing is squeezed to a sliver, and nothing takes the room of all others.
    share: Math.min(45, Math.max(15, longest(index))),
  }));
  return { columns, lines: rows.map((row) => ({ cells: said(section, row).map(({ value }) => value) })) };
};

const rowBlocks = (section: DataSection, rows: readonly DataRow[]): Block[] => {
  if (rows.length === 0) return [{ text: 'Không có dữ liệu.' }];
  if (Object.keys(section.fields).length <= TABLE_FIELDS) return [tableOf(section, rows)];
  const filled = rows.map((row) => said(section, row).filter(({ value }) => value !== ''));
  const [only] = filled;
  if (only && filled.length === 1) return [{ facts: only }];
  return filled.map((row, index) => ({
    text: `${index + 1}. ${row.map(({ label, value }) => `${label}: ${value}`).join('; ')}.`,
  }));
};

/** The same as a paper for people. */
export const myDataPaper = ({ subject, sections, now, office }: MyData) => {
  const moment = `${time(now)} ngày ${date(now)}`;
  const blocks = async function* (): AsyncGenerator<Block> {
    yield {
      text: `Mọi dữ liệu mà cổng An Sinh${office ? ` của ${office}` : ''} giữ về mã số BHXH ${subject.person}, lập lúc ${moment}. Hãy giữ bản này cẩn thận.`,
    };
    for (const section of sections) {
      yield { heading: section.title };
      yield { text: section.about };
      const rows: DataRow[] = [];
      for await (const row of await section.rows(subject)) rows.push(row);
      yield* rowBlocks(section, rows);
    }
  };
  const foot = `Mã số BHXH ${subject.person}. Cổng An Sinh lập lúc ${moment}.`;
  return { head: { title: 'Dữ liệu của tôi', foot }, blocks: blocks() };
};
