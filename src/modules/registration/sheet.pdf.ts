import { closePdf, MM, openPdf, type Pdf } from '../../core/pdf/document.js';
import { drawQr } from '../../core/qr.js';
import type { Sheet } from './sheet.presenter.js';

const MARGINS = { top: 18 * MM, right: 18 * MM, bottom: 16 * MM, left: 24 * MM };
const LEFT = MARGINS.left;
const WIDTH = 210 * MM - MARGINS.left - MARGINS.right;
/** Width of the column of labels, in points. */
const LABEL = 180;
const SIZE = 11.5;

const head = (pdf: Pdf, sheet: Sheet): void => {
  pdf.font('regular').fontSize(9.5);
  pdf.text(`Số hồ sơ: ${sheet.number}`, LEFT, MARGINS.top, { continued: false });
  pdf.text('Mẫu số 01', LEFT, MARGINS.top, { width: WIDTH, align: 'right' });
  pdf
    .moveDown(1.2)
    .font('bold')
    .fontSize(SIZE)
    .text(sheet.motto[0], LEFT, undefined, { width: WIDTH, align: 'center' });
  pdf.text(sheet.motto[1], { width: WIDTH, align: 'center' });
  const middle = LEFT + WIDTH / 2;
  pdf
    .moveTo(middle - 72, pdf.y + 2)
    .lineTo(middle + 72, pdf.y + 2)
    .lineWidth(0.7)
    .stroke();
  pdf.moveDown(1.2).fontSize(15).text(sheet.title, { width: WIDTH, align: 'center' });
  pdf.font('regular').fontSize(SIZE);
  for (const line of sheet.subtitle) pdf.text(line, { width: WIDTH, align: 'center' });
  pdf.moveDown(0.8).text('Kính gửi: ', LEFT, undefined, { continued: true }).font('bold').text(sheet.addressee);
};

const rows = (pdf: Pdf, sheet: Sheet): void => {
  pdf.moveDown(0.7);
  for (const { label, value } of sheet.rows) {
    const top = pdf.y;
    pdf.font('regular').text(label, LEFT, top, { width: LABEL });
    pdf.font('bold').text(value, LEFT + LABEL, top, { width: WIDTH - LABEL });
    const under = pdf.y + 1;
    pdf
      .moveTo(LEFT + LABEL, under)
      .lineTo(LEFT + WIDTH, under)
      .lineWidth(0.5)
      .dash(1, { space: 1.5 })
      .stroke()
      .undash();
    pdf.y = under + 6;
  }
};

const foot = async (pdf: Pdf, sheet: Sheet): Promise<void> => {
  pdf
    .moveDown(0.3)
    .font('regular')
    .text(sheet.statement, LEFT, undefined, { width: WIDTH, align: 'left', lineGap: 1.5 });
  pdf.moveDown(1);
  const top = pdf.y;
  const half = WIDTH / 2;
  const centred = { width: half, align: 'center' as const };
  pdf.text(sheet.placeAndDate, LEFT + half, top, centred);
  pdf.font('bold').text('NGƯỜI KHAI', centred);
  pdf.font('regular').fontSize(9.5).text('(ký, ghi rõ họ tên)', centred);
  const { side, path } = await drawQr(sheet.number);
  const width = 92;
  pdf
    .save()
    .translate(LEFT, top)
    .scale(width / side)
    .path(path)
    .fill('#000')
    .restore();
  pdf.text('Đưa mã này cho cán bộ tiếp nhận', LEFT, top + width + 6, { width: 190 });
};

/** Form 01 on one sheet of A4: real text in a font with Vietnamese letters, room to sign, QR of the number. */
export const sheetPdf = async (sheet: Sheet): Promise<Buffer> => {
  const pdf = await openPdf(`Tờ khai ${sheet.number}`, { size: 'A4', margins: MARGINS });
  head(pdf, sheet);
  rows(pdf, sheet);
  await foot(pdf, sheet);
  return closePdf(pdf);
};
