import type { Server } from 'node:http';
import request, { type Response } from 'supertest';
import { formsOf, type FoundForm } from './forms.js';

export interface Attachment {
  readonly bytes: Buffer;
  readonly name: string;
  /** Content type as the browser would claim it. */
  readonly type?: string;
}

export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface SubmitOptions {
  /** Files by field; makes the form multipart. */
  readonly files?: Readonly<Record<string, Attachment>>;
  /** The page that holds the form, when it is not the path itself. */
  readonly page?: string;
}

const NO_FORM: FoundForm = { action: '', hidden: {}, inputs: [] };

const pathOf = (url: string): string => new URL(url, 'http://localhost').pathname;

/** The form of the page that leads to `path`; else any form of it, because the token is the same. */
const formFor = (html: string, page: string, path: string): FoundForm => {
  const forms = formsOf(html, page);
  const exact =
    forms.find(({ action }) => action === path) ?? forms.find(({ action }) => pathOf(action) === pathOf(path));
  return exact ?? { ...NO_FORM, hidden: { _csrf: forms.find(({ hidden }) => hidden['_csrf'])?.hidden['_csrf'] ?? '' } };
};

/** One person's browser: keeps cookies, follows no redirect by itself. `server` may be an address. */
export class Browser {
  private readonly agent: ReturnType<typeof request.agent>;

  constructor(server: Server | string, userAgent = 'Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile') {
    this.agent = request.agent(server).set('User-Agent', userAgent);
  }

  async get(path: string): Promise<Response> {
    return this.agent.get(path);
  }

  /** A file whose bytes the test looks at, whatever its type. */
  async download(path: string): Promise<Response> {
    return this.agent
      .get(path)
      .buffer(true)
      .parse((answer, done) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () => done(null, Buffer.concat(pieces)));
      });
  }

  /** Goes where a redirect leads. */
  async follow(response: Response): Promise<Response> {
    return this.get(response.get('Location') ?? '/');
  }

  /** Posts without looking at a page first; nothing is added. */
  async post(path: string, fields: Fields = {}): Promise<Response> {
    return this.agent.post(path).type('form').send(this.encode(fields));
  }

  /** Opens the page of the form, then posts its hidden inputs and `fields` (undefined takes one out). */
  async submit(path: string, fields: Fields = {}, options: SubmitOptions = {}): Promise<Response> {
    const page = options.page ?? path;
    const { text } = await this.get(page);
    const { hidden } = formFor(text, page, path);
    return this.send(path, { ...hidden, ...fields }, options.files);
  }

  /** Posts `fields` with the token of a page that was fetched before: what a second click does. */
  async send(path: string, fields: Fields, files?: SubmitOptions['files']): Promise<Response> {
    if (!files) return this.post(path, fields);
    const post = this.agent.post(path);
    for (const [name, value] of this.entries(fields)) void post.field(name, value);
    for (const [name, { bytes, name: filename, type }] of Object.entries(files))
      void post.attach(name, bytes, { filename, ...(type && { contentType: type }) });
    return post;
  }

  /** The form of a page that leads to `path`, e.g. to send it twice. */
  async form(page: string, path = page): Promise<FoundForm> {
    return formFor((await this.get(page)).text, page, path);
  }

  private entries(fields: Fields): [string, string][] {
    const pairs = Object.entries(fields).flatMap(([name, value]) =>
      value === undefined
        ? []
        : (typeof value === 'string' ? [value] : value).map((item): [string, string] => [name, item]),
    );
    // The token comes first: the server looks at it before it keeps a file.
    return [...pairs.filter(([name]) => name === '_csrf'), ...pairs.filter(([name]) => name !== '_csrf')];
  }

  private encode(fields: Fields): string {
    return new URLSearchParams(this.entries(fields)).toString();
  }
}
