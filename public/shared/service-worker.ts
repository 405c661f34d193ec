/**
 * Keeps a few public pages for when the network is away; the build publishes it, the house serves it at /sw.js. What is
 * personal never comes near: only answers that call themselves `public` are kept, and those are drawn for guests.
 */
declare const FILES: readonly string[];
/** Another one for every build: what belongs to an older one is thrown away. */
declare const BUILD: string;

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', act: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', act: (event: Fetching) => void): void;
}
const worker = self as unknown as Worker;

const OFFLINE = '/ngoai-tuyen';
const SHELL = `an-sinh-${BUILD}`;
const PAGES = `an-sinh-trang-${BUILD}`;
const MOST_PAGES = 30;

/** Pages of people and of officers, and those that open an account: never kept, whatever they say of themselves. */
const PERSONAL = /^\/(ca-nhan|can-bo|dang-nhap|dang-xuat|quen-mat-khau|tai-khoan-da-khoa|dang-ky\/.+|dev|may)(\/|$)/i;
/** Officers work in the network of their office; their pages are left to the browser. */
const OFFICERS = /^\/(can-bo|dev)(\/|$)/i;

const install = async (): Promise<void> => {
  const shell = await caches.open(SHELL);
  // Without cookies: the page for guests, whoever is signed in.
  await shell.addAll([...FILES, new Request(OFFLINE, { credentials: 'omit' })]);
  await worker.skipWaiting();
};

const activate = async (): Promise<void> => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== SHELL && name !== PAGES).map((name) => caches.delete(name)));
  await worker.clients.claim();
};

const mayKeep = ({ pathname, search }: URL, { ok, redirected, headers }: Response): boolean => {
  const says = headers.get('Cache-Control') ?? '';
  return (
    ok &&
    !redirected &&
    !search &&
    !PERSONAL.test(pathname) &&
    /\bpublic\b/.test(says) &&
    !/private|no-store/.test(says)
  );
};

const keep = async (request: Request, answer: Response): Promise<void> => {
  const pages = await caches.open(PAGES);
  await pages.put(request.url, answer);
  const kept = await pages.keys();
  await Promise.all(kept.slice(0, -MOST_PAGES).map((old) => pages.delete(old)));
};

const offline = async (request: Request): Promise<Response> => {
  const kept = await (await caches.open(PAGES)).match(request.url, { ignoreVary: true });
  return kept ?? (await caches.match(OFFLINE, { ignoreVary: true })) ?? Response.error();
};

/** The network first; what is kept only when there is none. */
const page = async (event: Fetching, url: URL): Promise<Response> => {
  try {
    const answer = await fetch(event.request);
    if (mayKeep(url, answer)) event.waitUntil(keep(event.request, answer.clone()));
    return answer;
  } catch {
    return offline(event.request);
  }
};

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || OFFICERS.test(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (FILES.includes(url.pathname))
    event.respondWith(caches.match(request, { ignoreVary: true }).then((kept) => kept ?? fetch(request)));
});
