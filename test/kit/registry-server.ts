import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with a question: an answer, or `hang` (never one) and `reset` (hangs up). */
export type RegistryMode =
  | 'hang'
  | 'reset'
  | {
      readonly status?: number;
      readonly body: string;
      readonly type?: string;
      /** Milliseconds between the head of the answer and its end. */
      readonly slow?: number;
    };

export interface RegistryServer {
  /** With the place {{number}}. */
  readonly url: string;
  /** May be changed at any time; 404 with a word in JSON until told otherwise. */
  mode: RegistryMode;
  /** Every question: method, address, token, body. */
  readonly questions: readonly { method: string; url: string; token: string; body: string }[];
  close(): Promise<void>;
}

const NOT_KNOWN: RegistryMode = { status: 404, body: '{"found":false}' };

const answer = (mode: RegistryMode, res: ServerResponse): void => {
  if (mode === 'hang') return;
  if (mode === 'reset') return void res.destroy();
  res.writeHead(mode.status ?? 200, { 'content-type': mode.type ?? 'application/json' });
  if (!mode.slow) return void res.end(mode.body);
  res.write(mode.body.slice(0, 10));
  setTimeout(() => res.end(mode.body.slice(10)), mode.slow).unref();
};

/** A real HTTP server that plays Hệ thống HGĐ. */
export const startRegistry = async (): Promise<RegistryServer> => {
  const questions: { method: string; url: string; token: string; body: string }[] = [];
  const server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      const { method = '', url = '', headers } = req;
      questions.push({ method, url, token: headers.authorization ?? '', body });
      answer(registry.mode, res);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const registry: RegistryServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/thanh-vien/{{number}}`,
    mode: NOT_KNOWN,
    questions,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return registry;
};
