import { setImmediate } from 'node:timers/promises';
import { closePdf, MM, openPdf, type Pdf } from './document.js';

/** A column of a table; `share` is its part of the width. */
export interface Column {
  readonly label: string;
  readonly share: number;
  readonly align?: 'center' | 'right';
}

/** A row of a table; struck where it no longer counts. */
export interface Line {
  readonly cells: readonly string[];
  readonly struck?: boolean;
}

/** What stands one below the other. */
export type Block =
  | { readonly heading: string }
  | { readonly text: string }
  | { readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly columns: readonly Column[]; readonly lines: readonly Line[] };

export interface ReportHead {
  readonly title: string;
  /** At the foot of every page, before its number. */
  readonly foot: string;
}

const MARGIN = 16 * MM;
/** Room for the foot below the text. */
const FOOT = 10 * MM;
const [PAGE_WIDTH, PAGE_HEIGHT] = [210 * MM, 297 * MM];
const WIDTH = PAGE_WIDTH - 2 * MARGIN;
const BOTTOM = PAGE_HEIGHT - MARGIN - FOOT;
const SIZE = { title: 17, heading: 13, text: 10, cell: 9, foot: 8.5 };
const PAD = { x: 4, y: 3.5 };
const INK = { text: '#12211F', soft: '#475955', line: '#C9D5D1', head: '#EAF1EF' };
const ROWS_AT_ONCE = 10;
/** A heading stands with at least so much of what follows. */
const TOGETHER = 110;

class Report {
  constructor(private readonly pdf: Pdf) {}

  title(text: string): void {
    this.pdf.font('bold').fontSize(SIZE.title).fillColor(INK.text).text(text, { width: WIDTH });
    this.pdf.moveDown(0.2);
  }

  async add(block: Block): Promise<void> {
    if ('heading' in block) this.heading(block.heading);
    else if ('text' in block) this.text(block.text);
    else if ('facts' in block) this.facts(block.facts);
    else await this.table(block.columns, block.lines);
  }

  private heading(text: string): void {
    const { pdf } = this;
    if (pdf.y + TOGETHER > BOTTOM) pdf.addPage();
    else pdf.moveDown(1);
    pdf.font('bold').fontSize(SIZE.heading).fillColor(INK.text).text(text, MARGIN, pdf.y, { width: WIDTH });
    pdf.moveDown(0.3);
  }

  private text(text: string): void {
    const { pdf } = this;
    pdf.font('regular').fontSize(SIZE.text).fillColor(INK.soft).text(text, MARGIN, pdf.y, { width: WIDTH, lineGap: 1 });
    pdf.moveDown(0.35).fillColor(INK.text);
  }

  /** Label and value on a line each. */
  private facts(rows: readonly { readonly label: string; readonly value: string }[]): void {
    const label = WIDTH * 0.34;
    for (const row of rows) {
      const heights = [this.height(row.label, label, SIZE.text), this.height(row.value, WIDTH - label, SIZE.text)];
      const y = this.room(Math.max(...heights) + 3);
      this.put(row.label, { x: MARGIN, y, width: label - 6 }, SIZE.text, INK.soft);
      this.put(row.value, { x: MARGIN + label, y, width: WIDTH - label }, SIZE.text, INK.text);
      this.pdf.y = y + Math.max(...heights) + 3;
    }
    this.pdf.moveDown(0.3);
  }

  private async table(columns: readonly Column[], lines: readonly Line[]): Promise<void> {
    const whole = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (WIDTH * share) / whole);
    const head = { cells: columns.map(({ label }) => label) };
    const draw = (line: Line, isHead: boolean): void => {
      this.pdf.font(isHead ? 'bold' : 'regular');
      const height = Math.max(
        ...line.cells.map((cell, index) => this.height(cell, (widths[index] ?? 0) - 2 * PAD.x, SIZE.cell)),
      );
      const full = height + 2 * PAD.y;
      // The head stands on every page, never alone at the end of one.
      if (this.pdf.y + full + (isHead ? 2 * SIZE.heading : 0) > BOTTOM) {
        this.pdf.addPage();
        if (!isHead) draw(head, true);
      }
      this.row(columns, widths, line, { height: full, isHead });
    };
    draw(head, true);
    for (const [index, line] of lines.entries()) {
      // Laying out text is work of the processor: others have their turn in between.
      if (index % ROWS_AT_ONCE === 0) await setImmediate();
      draw(line, false);
    }
    this.pdf.moveDown(0.6);
  }

  number(foot: string): void {
    const { pdf } = this;
    const { start, count } = pdf.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      pdf.switchToPage(page);
      const number = `Trang ${page - start + 1}/${count}`;
      const y = PAGE_HEIGHT - MARGIN - SIZE.foot;
      pdf.font('regular').fontSize(SIZE.foot).fillColor(INK.soft);
      // Below the margin text would begin a new page by itself, were it to be broken into lines.
      pdf.text(foot, MARGIN, y, { lineBreak: false });
      pdf.text(number, MARGIN + WIDTH - pdf.widthOfString(number), y, { lineBreak: false });
    }
  }

  private row(
    columns: readonly Column[],
    widths: readonly number[],
    { cells, struck }: Line,
    { height, isHead }: { readonly height: number; readonly isHead: boolean },
  ): void {
    const { pdf } = this;
    const y = pdf.y;
    if (isHead) pdf.rect(MARGIN, y, WIDTH, height).fill(INK.head);
    pdf.font(isHead ? 'bold' : 'regular');
    let x = MARGIN;
    columns.forEach(({ align }, index) => {
      const width = widths[index] ?? 0;
      const options = { ...(align && { align }), ...(struck && { strike: true }) };
      const place = { x: x + PAD.x, y: y + PAD.y, width: width - 2 * PAD.x, ...options };
      this.put(cells[index] ?? '', place, SIZE.cell, struck ? INK.soft : INK.text);
      x += width;
    });
    const under = y + height;
    pdf
      .moveTo(MARGIN, under)
      .lineTo(MARGIN + WIDTH, under)
      .lineWidth(0.5)
      .stroke(INK.line);
    pdf.y = under;
  }

  private put(
    text: string,
    { x, y, ...options }: { readonly x: number; readonly y: number } & PDFKit.Mixins.TextOptions,
    size: number,
    color: string,
  ): void {
    this.pdf.fontSize(size).fillColor(color).text(text, x, y, options);
  }

  private height(text: string, width: number, size: number): number {
    return this.pdf.fontSize(size).heightOfString(text, { width });
  }

  /** Where something of this height can stand. */
  private room(height: number): number {
    if (this.pdf.y + height > BOTTOM) this.pdf.addPage();
    return this.pdf.y;
  }
}

/** A paper of several pages: title, blocks, tables whose head is repeated, numbered pages. */
export const reportPdf = async (
  { title, foot }: ReportHead,
  blocks: Iterable<Block> | AsyncIterable<Block>,
): Promise<Buffer> => {
  const margins = { top: MARGIN, left: MARGIN, right: MARGIN, bottom: PAGE_HEIGHT - BOTTOM };
  const pdf = await openPdf(title, { size: 'A4', margins, bufferPages: true });
  const report = new Report(pdf);
  report.title(title);
  for await (const block of blocks) await report.add(block);
  report.number(foot);
  return closePdf(pdf);
};
