import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { access, json, post, type Handler } from '../../src/core/http/route.js';
import { defineModule } from '../../src/core/module.js';
import { openHouse, type House } from '../kit/house.js';

const echo: Handler = ({ raw }) =>
  json({ got: raw?.body.toString('base64') ?? null, mark: raw?.header('x-mark') ?? null });

const probe = defineModule({
  id: 'probe',
  title: 'bodies as they come',
  tables: [],
  migrations: [],
  setup: () => ({
    routes: [
      post('/may/tho', { access: access.machine, raw: { maxBytes: 1024 }, handler: echo }),
      post('/may/thuong', { access: access.machine, handler: echo }),
    ],
  }),
});

let house: House;
beforeAll(async () => {
  house = await openHouse({ modules: [probe] });
});
afterAll(() => house.close());

const send = (path: string, type: string, body: string) =>
  request(house.server).post(path).type(type).set('X-Mark', 'm').send(body);

it.each([
  ['application/json', '{ "a" :1}'],
  ['application/json', '{broken'],
  ['application/x-www-form-urlencoded', 'a=1&a=%20'],
  ['text/xml', '<?xml version="1.0"?><tin>đã nhận</tin>'],
])('%s comes as it was sent: %s', async (type, body) => {
  const answer = await send('/may/tho', type, body);
  expect(answer.body).toEqual({ got: Buffer.from(body).toString('base64'), mark: 'm' });
});

it('another way of writing the path changes nothing', async () => {
  const answer = await send('/may/THO/', 'application/json', '{"a":1}');
  expect(answer.body).toMatchObject({ got: Buffer.from('{"a":1}').toString('base64') });
});

it('an empty body is empty', async () => {
  expect((await request(house.server).post('/may/tho')).body).toMatchObject({ got: '' });
});

it('more than the route takes, or packed, is refused', async () => {
  expect((await send('/may/tho', 'text/plain', 'x'.repeat(1025))).status).toBe(400);
  const packed = await request(house.server).post('/may/tho').set('Content-Encoding', 'gzip').send('x');
  expect(packed.status).toBe(400);
});

it('a route that does not ask for it is handed nothing', async () => {
  expect((await send('/may/thuong', 'application/json', '{"a":1}')).body).toEqual({ got: null, mark: null });
});
