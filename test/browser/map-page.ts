import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const NAMES = [
  'BHXH thành phố Đà Nẵng',
  'BHXH cơ sở Hải Châu',
  'BHXH cơ sở Thanh Khê',
  'BHXH cơ sở Hội An',
  'BHXH Huế',
];
const PLACES = [
  [16.073, 108.224],
  [16.047, 108.214],
  [16.066, 108.188],
  [15.88, 108.335],
  [16.463, 107.59],
] as const;

export const POINTS = NAMES.map((name, index) => ({
  id: `0480${index + 1}`,
  name,
  lat: PLACES[index]?.[0],
  lon: PLACES[index]?.[1],
  address: `Số ${index + 1}, đường Trần Quý Cáp`,
  phone: '0236 000 0101',
  href: `https://duong-di.example/?destination=${PLACES[index]?.join(',')}`,
  approximate: index === 3,
}));

const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const rows = (): string =>
  POINTS.map(
    ({ id, name, address }, index) =>
      `<li id="diem-${id}"><span class="pin" aria-hidden="true">${index + 1}</span><div><h2>${name}</h2><p>${address}</p><div class="acts"><a href="/">Chỉ đường đến ${name}</a></div></div></li>`,
  ).join('');

/** A page with a list and a map, under the real content policy: what the map needs of a page and nothing else. */
export const openMapPage = async (page: Page, { points = JSON.stringify(POINTS), tiles = '' } = {}): Promise<void> => {
  const built = JSON.parse(readFileSync('dist/public/manifest.json', 'utf8')) as Record<string, string>;
  const policy = (await page.request.get('/')).headers()['content-security-policy'] ?? '';
  const body = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bản đồ</title><link rel="icon" href="${built['favicon.svg']}"><link rel="stylesheet" href="${built['app.css']}"><link rel="stylesheet" href="${built['lookup.css']}">
<script type="module" src="${built['map.js']}"></script></head><body><main class="wrap page"><h1>Bản đồ</h1><div class="two"><ol>${rows()}</ol>
<div data-map hidden data-points="${quoted(points)}" data-base="${built['coast.json']}" data-script="${built['map-view.js']}" data-sheet="${built['map.css']}"${tiles ? ` data-tiles="${tiles}"` : ''}></div></div></main></body></html>`;
  await page.route('**/thu-ban-do', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': policy }, body }),
  );
  await page.goto('/thu-ban-do');
};
