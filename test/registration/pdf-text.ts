import { constants, inflateSync } from 'node:zlib';

const hexToText = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');

/** Glyph to text, from one ToUnicode table. */
const glyphsOf = (table: string): Map<string, string> => {
  const map = new Map<string, string>();
  for (const [, from = '', to = '', list = ''] of table.matchAll(
    /<([0-9a-f]{4})>\s*<([0-9a-f]{4})>\s*\[([^\]]*)\]/gi,
  )) {
    const start = parseInt(from, 16);
    [...list.matchAll(/<([0-9a-f]+)>/gi)].forEach(([, hex = ''], index) => {
      if (start + index <= parseInt(to, 16)) map.set((start + index).toString(16).padStart(4, '0'), hexToText(hex));
    });
  }
  return map;
};

const streamsOf = (pdf: Buffer): string[] => {
  const source = pdf.toString('latin1');
  return [...source.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body = '']) => {
    try {
      // A body that ends with a carriage return loses it to the line end behind it: its checksum is not looked at.
      const options = { finishFlush: constants.Z_SYNC_FLUSH };
      return [inflateSync(Buffer.from(body, 'latin1'), options).toString('latin1')];
    } catch {
      return [];
    }
  });
};

/** What a reader could select and copy from a PDF of ours: proof that it holds text, not pictures of text. */
export const pdfText = (pdf: Buffer): string[] => {
  const streams = streamsOf(pdf);
  const tables = streams.filter((stream) => stream.includes('beginbfrange')).map(glyphsOf);
  const lines = streams.flatMap((stream) =>
    [...stream.matchAll(/\[((?:<[0-9a-f]+>|[-\d.\s])+)\]\s*TJ/gi)].map(([, line = '']) => line),
  );
  return lines.flatMap((line) => {
    const glyphs = [...line.matchAll(/<([0-9a-f]+)>/gi)].flatMap(
      ([, hex = '']) => hex.toLowerCase().match(/.{4}/g) ?? [],
    );
    return tables.map((table) => glyphs.map((glyph) => table.get(glyph) ?? '').join(''));
  });
};

export const pdfPages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
