import { ConnectionAcquireTimeoutError, ConnectionRefusedError, DatabaseError, TimeoutError } from 'sequelize';
import { describe, expect, it } from 'vitest';
import { isConnectionFault } from '../../src/core/db/connection.js';

const driver = (message: string, more: object = {}) => Object.assign(new Error(message), { sql: 'SELECT 1', ...more });

describe('a fault of the connection', () => {
  it.each([
    ['nobody listens', new ConnectionRefusedError(driver('connect ECONNREFUSED'))],
    ['no connection is free', new ConnectionAcquireTimeoutError(driver('Operation timeout'))],
    ['a statement of our own passed the deadline', driver('database deadline passed', { code: 'ETIMEDOUT' })],
    [
      'a statement of Sequelize passed the deadline',
      new DatabaseError(driver('database deadline passed', { code: 'ETIMEDOUT' })),
    ],
    ['the server went away', new DatabaseError(driver('gone', { code: 'PROTOCOL_CONNECTION_LOST' }))],
    ['the connection was given up before', new DatabaseError(driver('closed state', { fatal: true }))],
    ['another process writes to the file', new TimeoutError(driver('locked', { code: 'SQLITE_BUSY' }))],
  ])('%s', (_, error) => expect(isConnectionFault(error)).toBe(true));

  it.each([
    ['a broken statement', new DatabaseError(driver('syntax', { code: 'ER_PARSE_ERROR' }))],
    ['data that speaks of a fault', new DatabaseError(driver('Data too long: ECONNRESET PROTOCOL_ x_BUSY'))],
    ['a fault of ours', new TypeError('x is undefined')],
    ['nothing', undefined],
  ])('is not %s', (_, error) => expect(isConnectionFault(error)).toBe(false));
});
