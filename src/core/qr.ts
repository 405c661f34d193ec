/** A QR code as a drawing: side in modules, and the dark modules as one SVG path. */
export interface QrDrawing {
  readonly side: number;
  readonly path: string;
}

/** The QR of a text, error correction M. The library loads at first use. */
export const drawQr = async (text: string): Promise<QrDrawing> => {
  const { default: qrcode } = await import('qrcode');
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark = Array.from(data, (bit, index) => (bit ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : ''));
  return { side: size, path: dark.join('') };
};
