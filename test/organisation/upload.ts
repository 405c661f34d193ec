import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'supertest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import type { House } from '../kit/house.js';

export const UPLOADS = '/can-bo/quan-tri/nhap-du-lieu';

export interface Sent {
  readonly kind?: string;
  readonly way?: string;
  readonly name?: string;
  /** Not a byte of a file when undefined. */
  readonly content?: string | Buffer | undefined;
}

/** Sends a file as the form does. */
export const send = (
  admin: Browser,
  { kind = 'facilities', way = 'that', name = 'tep.csv', content }: Sent,
): Promise<Response> =>
  admin.submit(
    UPLOADS,
    { loai: kind, cach: way },
    content === undefined ? {} : { files: { tep: { bytes: Buffer.from(content), name, type: 'text/csv' } } },
  );

export interface Row {
  id: string;
  refused_id: string;
  state: string;
  note: string | null;
  rows_read: number;
  added: number;
  unchanged: number;
  rejected: number;
  dry_run: number;
  kept: number;
}

export const rowOf = async (house: House, id: string): Promise<Row> => {
  const row = await house.app.db.row<Row>('SELECT * FROM organisation_upload WHERE id = ?', [id]);
  if (!row) throw new Error(`no upload ${id}`);
  return row;
};

export const idIn = (answer: Response): string => (answer.get('Location') ?? '').split('/').at(-1) ?? '';

/** Waits until a file is in this state. */
export const until = async (house: House, id: string, ...states: string[]): Promise<Row> => {
  for (let round = 0; round < 300; round += 1) {
    const row = await rowOf(house, id);
    if (states.includes(row.state)) return row;
    await wait(100);
  }
  throw new Error(`upload ${id} is still ${(await rowOf(house, id)).state}`);
};

/** Sends a file and waits for its end. */
export const takeUp = async (house: House, admin: Browser, sent: Sent): Promise<Row> => {
  const answer = await send(admin, sent);
  if (answer.status !== 303) throw new Error(`${answer.status}: ${visibleText(answer.text)}`);
  return until(house, idIn(answer), 'done', 'failed', 'stopped');
};
