import type { Here } from './distance.js';

/** Why the browser does not say where it is, by the code of its fault. */
const REASONS: Readonly<Record<number, string>> = {
  1: 'Bạn chưa cho phép xem vị trí. Không sao: hãy chọn tỉnh và xã của bạn, danh sách vẫn đầy đủ.',
  2: 'Máy của bạn chưa biết mình ở đâu. Hãy bật định vị rồi thử lại, hoặc chọn tỉnh và xã.',
  3: 'Chờ vị trí quá lâu. Hãy thử lại ở chỗ thoáng hơn, hoặc chọn tỉnh và xã.',
};

/** Where the reader is. It stays in this page: nothing is sent. Rejects with the sentence to show. */
export const whereAmI = (): Promise<Here> =>
  new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new Error(REASONS[2]));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lon: coords.longitude }),
      ({ code }) => reject(new Error(REASONS[code] ?? REASONS[2])),
      { maximumAge: 300_000, timeout: 15_000 },
    );
  });
