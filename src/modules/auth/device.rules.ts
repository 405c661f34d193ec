const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'điện thoại Android'],
  [/Windows/, 'máy tính Windows'],
  [/CrOS/, 'máy tính Chromebook'],
  [/Mac OS X|Macintosh/, 'máy Mac'],
  [/Linux|X11/, 'máy tính Linux'],
];

/** Order matters: most browsers also claim to be Chrome or Safari. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/coc_coc_browser/, 'Cốc Cốc'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

const nameIn = (userAgent: string, names: readonly (readonly [RegExp, string])[]): string | undefined =>
  names.find(([pattern]) => pattern.test(userAgent))?.[1];

/** A device in words its owner recognises: "iPhone, trình duyệt Safari". */
export const deviceLabel = (userAgent: string): string => {
  const [system, browser] = [nameIn(userAgent, SYSTEMS), nameIn(userAgent, BROWSERS)];
  return `${system ?? 'thiết bị khác'}${browser ? `, trình duyệt ${browser}` : ''}`;
};
