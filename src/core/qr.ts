/** A QR code as a drawing: side in modules, and the dark modules as one SVG path. */
export interface QrDrawing {
  readonly side: number;
  readonly path: string;
}

/** The QR of a text; error correction M unless told that it is only shown on screens. The library loads at first use. */
export const drawQr = async (text: string, correction: 'L' | 'M' = 'M'): Promise<QrDrawing> => {
  const { default: qrcode } = await import('qrcode');
  const { size: side, data } = qrcode.create(text, { errorCorrectionLevel: correction }).modules;
  let path = '';
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      if (!data[y * side + x]) continue;
      let run = 1;
      while (x + run < side && data[y * side + x + run]) run += 1;
      path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  return { side, path };
};
