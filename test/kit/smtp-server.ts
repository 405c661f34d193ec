import { createServer, type AddressInfo, type Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/**
 * How the server behaves: `accept`, `reject-recipient` (550), `greylist` (451), `reject-content` (554 after DATA),
 * `hang` (takes the message and never answers), `silent` (never greets), `garbage` (greets in no known language),
 * `drop` (closes the connection at once).
 */
export type SmtpMode =
  'accept' | 'reject-recipient' | 'greylist' | 'reject-content' | 'hang' | 'silent' | 'garbage' | 'drop';

export interface TestSmtpServer {
  readonly url: string;
  /** May be changed at any time. */
  mode: SmtpMode;
  /** What was taken, oldest first; while hanging too. */
  readonly mails: ParsedMail[];
  /** Connections seen so far. */
  readonly connections: number;
  close(): Promise<void>;
}

const refusal = (responseCode: number): Error =>
  Object.assign(new Error('refused by the mailbox of nguoi.dan@vidu.vn'), { responseCode });

type Callback = (error?: Error | null) => void;

const smtp = (modeNow: () => SmtpMode, mails: ParsedMail[]): SMTPServer => {
  const onData = async (stream: SMTPServerDataStream, callback: Callback): Promise<void> => {
    mails.push(await simpleParser(stream));
    if (modeNow() === 'reject-content') callback(refusal(554));
    else if (modeNow() !== 'hang') callback();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onRcptTo: (_address, _session, callback) => {
      if (modeNow() === 'reject-recipient') callback(refusal(550));
      else if (modeNow() === 'greylist') callback(refusal(451));
      else callback();
    },
    onData: (stream, _session, callback) => void onData(stream, callback),
  });
  server.on('error', () => undefined);
  return server;
};

/** A real SMTP server behind a door that can also stay silent, talk nonsense or shut. */
export const startSmtpServer = async (mode: SmtpMode = 'accept'): Promise<TestSmtpServer> => {
  const mails: ParsedMail[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const inner = smtp(() => server.mode, mails);
  const door = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    if (server.mode === 'drop') socket.destroy();
    else if (server.mode === 'garbage') socket.write('\u0007\u0001 xin chào 999\r\n');
    else if (server.mode !== 'silent') inner.server.emit('connection', socket);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const server: TestSmtpServer = {
    url: `smtp://127.0.0.1:${(door.address() as AddressInfo).port}`,
    mode,
    mails,
    get connections() {
      return connections;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => door.close(resolve));
      await new Promise<void>((resolve) => inner.close(resolve));
    },
  };
  return server;
};
