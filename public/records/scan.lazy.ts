/** Reads QR codes from the camera. Loaded when somebody first wants to scan. */
import jsQR from 'jsqr';

/** Looks a second; more only makes a phone warm. */
const LOOKS = 6;
/** Side of the square that is looked at: enough for a code of 70 modules. */
const SIDE = 640;

/** The square in the middle of the picture, as small as the reader needs it. */
const middleOf = (video: HTMLVideoElement, canvas: CanvasRenderingContext2D): ImageData => {
  const from = Math.min(video.videoWidth, video.videoHeight);
  const [left, top] = [(video.videoWidth - from) / 2, (video.videoHeight - from) / 2];
  canvas.drawImage(video, left, top, from, from, 0, 0, SIDE, SIDE);
  return canvas.getImageData(0, 0, SIDE, SIDE);
};

/** Shows the camera in `video` and calls `found` once. Returns what ends it; rejects when there is no camera to use. */
export const scan = async (video: HTMLVideoElement, found: (text: string) => void): Promise<() => void> => {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const canvas = Object.assign(document.createElement('canvas'), { width: SIDE, height: SIDE }).getContext('2d', {
    willReadFrequently: true,
  });
  video.srcObject = stream;
  await video.play();
  const look = (): void => {
    if (!canvas || video.videoWidth === 0) return;
    const { data } = middleOf(video, canvas);
    const code = jsQR(data, SIDE, SIDE, { inversionAttempts: 'dontInvert' });
    if (!code?.data) return;
    stop();
    found(code.data);
  };
  const timer = setInterval(look, 1_000 / LOOKS);
  const stop = (): void => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  return stop;
};
