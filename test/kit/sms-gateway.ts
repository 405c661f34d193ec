import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * How the gateway behaves: `accept`, `refuse` (400), `forbid` (401), `busy` (429), `fail` (500), `timeout` (504), `garbage`
 * (200 with something else), `flood` (200 without end), `redirect`, `hang` (never answers, yet took the message), `reset`.
 */
export type GatewayMode =
  'accept' | 'refuse' | 'forbid' | 'busy' | 'fail' | 'timeout' | 'garbage' | 'flood' | 'redirect' | 'hang' | 'reset';

/** A request as it came in. */
export interface GatewayRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface SmsGateway {
  readonly url: string;
  /** May be changed at any time. */
  mode: GatewayMode;
  /** Everything that was asked for, oldest first. */
  readonly requests: GatewayRequest[];
  close(): Promise<void>;
}

const STATUS: Partial<Record<GatewayMode, number>> = { refuse: 400, forbid: 401, busy: 429, fail: 500, timeout: 504 };

const answer = (mode: GatewayMode, count: number, res: ServerResponse): void => {
  const status = STATUS[mode];
  if (mode === 'hang') return;
  if (mode === 'reset') res.destroy();
  else if (mode === 'garbage') res.end('<html>\u0000\u0001 bảo trì');
  else if (mode === 'redirect') res.writeHead(302, { location: '/login' }).end();
  else if (mode === 'flood') flood(res);
  else if (status) res.writeHead(status).end('{"result":"error"}');
  else res.writeHead(200, { 'content-type': 'application/json' }).end(`{"result":"ok","sid":"S-${count}"}`);
};

const flood = (res: ServerResponse): void => {
  const pour = (): void => {
    while (!res.destroyed && res.write('x'.repeat(16_384)));
  };
  res.on('drain', pour);
  res.on('error', () => undefined);
  pour();
};

const bodyOf = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** A real HTTP server that plays an SMS provider. */
export const startSmsGateway = async (mode: GatewayMode = 'accept'): Promise<SmsGateway> => {
  const requests: GatewayRequest[] = [];
  const server = createServer((req, res) => {
    void bodyOf(req).then((body) => {
      requests.push({ method: req.method ?? '', url: req.url ?? '', headers: req.headers, body });
      answer(gateway.mode, requests.length, res);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const gateway: SmsGateway = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    mode,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return gateway;
};
