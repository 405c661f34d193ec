import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPool } from 'mysql2';

/**
 * The least that can answer: node:http, one prepared statement, the same bytes. Takes address of the database,
 * statement, its values as JSON and the file with the page; writes its port.
 */
const [, , uri = '', sql = '', values = '[]', page = ''] = process.argv;
const html = readFileSync(page);
const pool = createPool({ uri, connectionLimit: 16, timezone: '+00:00', dateStrings: ['DATE'] });
const params = JSON.parse(values) as string[];

const server = createServer((_request, response) => {
  pool.execute(sql, params, (error) => {
    response.writeHead(error ? 500 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': html.length,
    });
    response.end(html);
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
process.once('SIGTERM', () => process.exit(0));
