import type { Day } from '../../core/clock.js';
import { date } from '../../core/http/format.js';
import { closePdf, MM, openPdf, type Pdf } from '../../core/pdf/document.js';
import type { CardPicture } from './card-picture.presenter.js';
import type { PresentedCard } from './card.presenter.js';

const MARGIN = 16 * MM;
const WIDTH = 210 * MM - 2 * MARGIN;
/** Both sides are drawn 856 by 540: a tenth of a millimetre each, so that they come out as large as a bank card. */
const UNIT = MM / 10;
const SIDE = { width: 856, height: 540, gap: 50 };
const LABEL = 150;
const INK = { text: '#10241F', soft: '#3F534C', dark: '#082E2A', ground: '#EEF7F4', pale: '#B9DED4', line: '#86C7B9' };
const WAVES: readonly (readonly [path: string, colour: string])[] = [
  ['M0 466c180-44 330-22 500-6s240 18 356-16v96H0z', '#DCEEE8'],
  ['M0 508c200-26 420-12 560-4s200 6 296-12v48H0z', INK.pale],
];

interface Word {
  readonly text: string;
  readonly x: number;
  /** Of the line that letters stand on. */
  readonly y: number;
  readonly size: number;
  readonly colour?: string;
  readonly bold?: boolean;
}

const write = (pdf: Pdf, { text, x, y, size, colour = INK.text, bold = false }: Word): void =>
  void pdf
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(colour)
    .text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });

const ground = (pdf: Pdf, head: number): void => {
  pdf.rect(0, 0, SIDE.width, SIDE.height).fill(INK.ground);
  for (const [path, colour] of WAVES) pdf.path(path).fill(colour);
  pdf.rect(0, 0, SIDE.width, head).fill(INK.dark);
};

const LABELS: readonly (readonly [text: string, x: number, y: number])[] = [
  ['Mã số', 36, 150],
  ['Họ và tên', 36, 254],
  ['Ngày sinh', 36, 346],
  ['Giới tính', 252, 346],
  ['Mức hưởng', 392, 346],
  ['Giá trị sử dụng', 36, 426],
  ['Nơi ĐK KCB ban đầu', 312, 426],
];

interface Place {
  readonly x: number;
  /** Of one line, of the first of two, and from there to the next. */
  readonly alone: number;
  readonly first: number;
  readonly step: number;
}

const lines = (pdf: Pdf, text: CardPicture['name'], { x, alone, first, step }: Place): void =>
  text.lines.forEach((line, index) => {
    const y = text.lines.length > 1 ? first + index * step : alone;
    write(pdf, { text: line, x, y, size: text.size, bold: true });
  });

const front = (pdf: Pdf, picture: CardPicture): void => {
  ground(pdf, 104);
  write(pdf, { text: picture.issuer.text, x: 36, y: 40, size: picture.issuer.size, colour: INK.pale });
  write(pdf, { text: 'THẺ BẢO HIỂM Y TẾ', x: 36, y: 86, size: 32, colour: '#fff', bold: true });
  for (const [text, x, y] of LABELS) write(pdf, { text, x, y, size: 24, colour: INK.soft });
  write(pdf, { text: picture.number, x: 36, y: 206, size: 54, bold: true });
  lines(pdf, picture.name, { x: 36, alone: 298, first: 285, step: 29 });
  write(pdf, { text: picture.birth, x: 36, y: 382, size: 30, bold: true });
  write(pdf, { text: picture.sex, x: 252, y: 382, size: 30, bold: true });
  write(pdf, { text: picture.level, x: 392, y: 382, size: 30, bold: true });
  write(pdf, { text: picture.validFrom, x: 36, y: 462, size: 30, bold: true });
  lines(pdf, picture.facility, { x: 312, alone: 462, first: 453, step: 27 });
  write(pdf, { text: `Thời điểm đủ 5 năm liên tục: ${picture.fiveYears}`, x: 36, y: 517, size: 23, colour: INK.dark });
  pdf.roundedRect(608, 132, 212, 212, 14).fill('#fff');
  pdf
    .save()
    .translate(620, 144)
    .scale(188 / picture.qr.side)
    .path(picture.qr.path)
    .fill(INK.text)
    .restore();
};

const back = (pdf: Pdf, picture: CardPicture): void => {
  ground(pdf, 76);
  write(pdf, { text: 'Những điều cần chú ý', x: 36, y: 49, size: 32, colour: '#fff', bold: true });
  picture.advice.forEach((text, index) =>
    write(pdf, { text: `${index + 1}. ${text}`, x: 36, y: 137 + index * 66, size: 29 }),
  );
  pdf.moveTo(36, 372).lineTo(820, 372).lineWidth(2).stroke(INK.line);
  write(pdf, { text: 'Tổng đài', x: 36, y: 420, size: 24, colour: INK.soft });
  write(pdf, { text: picture.hotline, x: 36, y: 456, size: 32, bold: true });
  write(pdf, { text: 'Bản hiển thị của hệ thống tự lưu trữ', x: 36, y: 514, size: 23, colour: INK.dark });
};

/** One side in its rounded frame; the line is where scissors go. */
const side = (pdf: Pdf, left: number, draw: () => void): void => {
  const top = pdf.y;
  pdf.save().translate(left, top).scale(UNIT);
  pdf.save().roundedRect(0, 0, SIDE.width, SIDE.height, 36).clip();
  draw();
  pdf.restore().roundedRect(0, 0, SIDE.width, SIDE.height, 36).lineWidth(2).stroke(INK.line).restore();
  pdf.y = top;
};

const heading = (pdf: Pdf, text: string): void =>
  void pdf.moveDown(0.8).font('bold').fontSize(13).fillColor(INK.text).text(text, MARGIN, pdf.y, { width: WIDTH });

const facts = (pdf: Pdf, rows: PresentedCard['rows']): void => {
  pdf.fontSize(10.5).moveDown(0.3);
  for (const row of rows) {
    const top = pdf.y;
    pdf.font('regular').fillColor(INK.soft).text(row.label, MARGIN, top, { width: LABEL });
    const value = 'note' in row && row.note ? `${row.value} ${row.note}` : row.value;
    pdf
      .font('bold')
      .fillColor(INK.text)
      .text(value, MARGIN + LABEL, top, { width: WIDTH - LABEL });
    pdf.y += 4;
  }
};

const benefit = (pdf: Pdf, { benefit: law }: PresentedCard): void => {
  if (!law) return;
  heading(pdf, `Thông tin quyền lợi (quy định từ ${law.since})`);
  pdf.fontSize(10.5).font('regular').moveDown(0.3);
  for (const line of [law.summary, ...(law.shifted ? [law.shifted] : [])])
    pdf.text(line, { width: WIDTH }).moveDown(0.2);
  pdf.list([...law.points], MARGIN, pdf.y, { width: WIDTH, bulletRadius: 1.5, textIndent: 12, lineGap: 2 });
};

/** The card on A4: both sides as large as a bank card, then everything on it and what it entitles to in words. */
export const cardPdf = async (card: PresentedCard, picture: CardPicture, today: Day): Promise<Buffer> => {
  const pdf = await openPdf(`Thẻ BHYT ${picture.number}`, { size: 'A4', margin: MARGIN });
  pdf.font('bold').fontSize(17).fillColor(INK.text).text('Thẻ bảo hiểm y tế');
  pdf.font('regular').fontSize(10).fillColor(INK.soft);
  pdf.text(`${card.tag.text}, ${card.until}. Dữ liệu ngày ${date(today)}.`).moveDown(0.8);
  const top = pdf.y;
  side(pdf, MARGIN, () => front(pdf, picture));
  side(pdf, MARGIN + (SIDE.width + SIDE.gap) * UNIT, () => back(pdf, picture));
  pdf.y = top + SIDE.height * UNIT + 8;
  heading(pdf, 'Thông tin thẻ');
  facts(pdf, card.rows);
  benefit(pdf, card);
  pdf.moveDown(1).fontSize(9.5).fillColor(INK.soft);
  pdf.text(
    'Mang kèm giấy tờ có ảnh khi đi khám. Bản in này không thay cho việc kiểm tra thẻ còn giá trị hay không.',
    MARGIN,
  );
  return closePdf(pdf);
};
