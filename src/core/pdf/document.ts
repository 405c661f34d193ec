import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export type Pdf = PDFKit.PDFDocument;

export const MM = 72 / 25.4;

const locate = createRequire(import.meta.url);
const font = (style: string): Promise<Buffer> =>
  readFile(locate.resolve(`@expo-google-fonts/be-vietnam-pro/${style}/BeVietnamPro_${style}.ttf`));

/** An empty document in a font with Vietnamese letters, `regular` and `bold`. The library is loaded at first use. */
export const openPdf = async (title: string, options: PDFKit.PDFDocumentOptions): Promise<Pdf> => {
  const [{ default: PdfDocument }, regular, bold] = await Promise.all([
    import('pdfkit'),
    font('400Regular'),
    font('600SemiBold'),
  ]);
  const pdf = new PdfDocument({
    lang: 'vi',
    displayTitle: true,
    ...options,
    info: { Title: title, Producer: 'An Sinh', Creator: 'An Sinh' },
  });
  return pdf.registerFont('regular', regular).registerFont('bold', bold);
};

/** Ends the document and gives its bytes. */
export const closePdf = (pdf: Pdf): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    pdf.end();
  });
