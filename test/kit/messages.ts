import type { Database } from '../../src/core/db/connection.js';

/** A message as the screen driver wrote it down. */
export interface SeenMessage {
  readonly channel: 'sms' | 'email';
  readonly to: string;
  readonly text: string;
  readonly at: Date;
}

type Row = Record<string, unknown>;

const seen = (row: Row): SeenMessage => ({
  channel: String(row['channel']) as SeenMessage['channel'],
  to: String(row['recipient']),
  text: [row['subject'], row['text']].filter(Boolean).join('\n'),
  at: (row['shown_at'] ?? row['sent_at'] ?? row['created_at']) as Date,
});

/** Oldest first. */
export const screenMessages = async (
  db: Database,
  filter: { to?: string; channel?: string },
): Promise<SeenMessage[]> => {
  const rows = await db.rows<Row>('SELECT * FROM notification_screen ORDER BY id');
  return rows
    .map(seen)
    .filter(({ to, channel }) => (!filter.to || to === filter.to) && (!filter.channel || channel === filter.channel));
};
