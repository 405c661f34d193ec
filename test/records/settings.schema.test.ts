import { expect, test } from 'vitest';
import { settingsSchema } from '../../src/modules/records/settings.js';

test('without an address the registry is the own table', () => {
  expect(settingsSchema.parse({ MEMBER_REGISTRY_HEADERS: 'nothing reads this' })).toMatchObject({
    registry: undefined,
  });
});

test('an address is enough', () => {
  expect(settingsSchema.parse({ MEMBER_REGISTRY_URL: 'https://hgd.example/{{number}}' }).registry).toMatchObject({
    method: 'GET',
    headers: {},
    deadline: 2_500,
    keep: 60_000,
  });
});

const URL_SET = { MEMBER_REGISTRY_URL: 'https://hgd.example/{{number}}' };

test.each([
  [{ MEMBER_REGISTRY_URL: 'hgd.example/{{number}}' }, 'MEMBER_REGISTRY_URL must begin with http'],
  [{ MEMBER_REGISTRY_URL: 'https://hgd.example/' }, 'MEMBER_REGISTRY_URL must hold {{number}}'],
  [
    { MEMBER_REGISTRY_URL: 'https://hgd.example/', MEMBER_REGISTRY_METHOD: 'POST', MEMBER_REGISTRY_BODY: '{}' },
    'MEMBER_REGISTRY_BODY must hold {{number}}',
  ],
  [{ ...URL_SET, MEMBER_REGISTRY_METHOD: 'DELETE' }, 'MEMBER_REGISTRY_METHOD must be GET or POST'],
  [{ ...URL_SET, MEMBER_REGISTRY_HEADERS: '{"a":1}' }, 'MEMBER_REGISTRY_HEADERS must be a JSON object'],
  [{ ...URL_SET, MEMBER_REGISTRY_HEADERS: '{"a b":"c"}' }, 'MEMBER_REGISTRY_HEADERS must be a JSON object'],
  [{ ...URL_SET, MEMBER_REGISTRY_TIMEOUT_MS: '20000' }, 'MEMBER_REGISTRY_TIMEOUT_MS must be from 100 to 3000'],
  [{ ...URL_SET, MEMBER_REGISTRY_CACHE_SECONDS: '0' }, 'MEMBER_REGISTRY_CACHE_SECONDS must be from 1 to 600'],
])('%j is refused', (env, sentence) => {
  const messages = settingsSchema.safeParse(env).error?.issues.map(({ message }) => message);
  expect(messages).toEqual([expect.stringContaining(sentence)]);
});
