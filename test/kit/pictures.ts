import sharp from 'sharp';

export interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
  readonly type?: 'jpeg' | 'png' | 'webp';
  /** EXIF fields, e.g. a place of taking, that must not survive. */
  readonly exif?: boolean;
}

/** Bytes of a valid picture. */
export const picture = async ({
  width = 600,
  height = 800,
  type = 'jpeg',
  exif = false,
}: PictureOptions = {}): Promise<Buffer> => {
  const image = sharp({ create: { width, height, channels: 3, background: { r: 210, g: 180, b: 160 } } });
  const place = {
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '16/1 3/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '108/1 13/1 0/1' },
  };
  return (exif ? image.withExif({ IFD0: { Copyright: 'Chu the anh' }, ...place }) : image).toFormat(type).toBuffer();
};

/** The three files that form 01 asks for, ready for `submit`. */
export const dossierFiles = async (): Promise<
  Record<'portrait' | 'front' | 'back', { bytes: Buffer; name: string; type: string }>
> => {
  const bytes = await picture();
  const named = (name: string) => ({ bytes, name, type: 'image/jpeg' });
  return { portrait: named('anh-chan-dung.jpg'), front: named('mat-truoc.jpg'), back: named('mat-sau.jpg') };
};

/** Bytes of a valid PDF with one empty page. */
export const pdf = (): Buffer => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((content, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${content}\nendobj\n`;
    return offset;
  });
  const start = body.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  body += `xref\n0 4\n0000000000 65535 f \n${table}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
};

/** Bytes without a meaning, the same every time. */
export const noise = (size: number): Buffer =>
  Buffer.from(Array.from({ length: size }, (_, index) => (index * 7919 + 31) % 256));

/** A PNG whose head claims far more pixels than any camera takes. */
export const bomb = async (): Promise<Buffer> => {
  const bytes = await picture({ type: 'png' });
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  return bytes;
};

/** The beginning of a picture as newer telephones write it. */
export const heic = (): Buffer =>
  Buffer.concat([Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'), noise(5_000)]);
