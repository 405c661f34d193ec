import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An SMS provider that can be told to keep its callers waiting. */
export interface Gateway {
  readonly env: Readonly<Record<string, string>>;
  /** Texts that came in, in order. */
  readonly texts: readonly string[];
  /** While true, requests are taken in and never answered. */
  hold(on: boolean): void;
  close(): Promise<void>;
}

export const openGateway = async (): Promise<Gateway> => {
  const texts: string[] = [];
  let holding = false;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      texts.push((JSON.parse(body) as { text: string }).text);
      if (!holding) response.end('{"status":"ok"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    texts,
    env: { SMS_DRIVER: 'http', SMS_URL: `http://127.0.0.1:${port}/send`, SMS_SUCCESS: 'ok' },
    hold: (on) => void (holding = on),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
