import reader from 'jsqr';
import sharp from 'sharp';
import { expect } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import type { House } from '../kit/house.js';

export const USE = '/ca-nhan/the-bhyt/su-dung';
export const CHECK = '/xac-minh-the';
export const MINUTE = 60_000;

/** The QR code that is held out, and the one on the picture of a card. */
export const QR = { use: /<div class="qr qr-use">([^]*?)<\/div>/, picture: /<svg x="620"([^]*?)<\/svg>/ };

/** What a camera reads off a QR code of a page: drawn as a browser draws it, then looked at. */
export const scanned = async (html: string, which: RegExp): Promise<string> => {
  const box = which.exec(html)?.[1] ?? '';
  const [, view = ''] = /viewBox="([^"]*)"/.exec(box) ?? [];
  const [, path = ''] = /d="([^"]*)"/.exec(box) ?? [];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="560" height="560" viewBox="${view}"><path d="${path}" fill="#10241F" shape-rendering="crispEdges"/></svg>`;
  const white = { top: 40, bottom: 40, left: 40, right: 40, background: '#fff' };
  const picture = sharp(Buffer.from(svg)).flatten({ background: '#fff' }).extend(white).ensureAlpha().raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return reader.default(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
};

export interface Shown {
  readonly link: string;
  readonly token: string;
  readonly code: string;
}

/** Makes a new code and holds it out. */
export const showCard = async (browser: Browser): Promise<Shown> => {
  const answer = await browser.submit(USE);
  expect([answer.status, answer.headers['location']]).toEqual([303, USE]);
  const { text } = await browser.get(USE);
  const link = await scanned(text, QR.use);
  const code = /<b class="num" aria-hidden="true">([A-Z2-9-]{11})<\/b>/.exec(text)?.[1] ?? '';
  return { link, code, token: new URL(link).searchParams.get('ma') ?? '' };
};

/** A stranger sends this; status and words of the page. */
export const checkCard = async (browser: Browser, ma: string) => {
  const { status, text } = await browser.submit(CHECK, { ma });
  return { status, words: visibleText(text), html: text };
};

/** Messages about checks, oldest first. */
export const toldOfChecks = async (house: House): Promise<string[]> => {
  await house.settle();
  return (await house.messages()).map(({ text }) => text).filter((text) => /kiểm tra|kiem tra/.test(text));
};
