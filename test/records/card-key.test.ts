import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createCardKeys } from '../../src/modules/records/card-key.service.js';
import { initialsOf } from '../../src/modules/records/card-token.rules.js';
import { askedFor } from '../../src/modules/records/card-use.rules.js';

const keysOf = (generation: number, file = 'one') =>
  createCardKeys({
    generation,
    keyedHash: (purpose, value) => createHmac('sha256', file).update(`${purpose} ${value}`).digest('hex'),
  });
const claims = {
  id: 'A'.repeat(22),
  issuedAt: 1_773_626_400,
  expiresAt: 1_773_626_700,
  initials: 'N.V.A',
  validFrom: '2026-01-01',
  validTo: null,
};

test('every process of an installation signs alike, and knows its own', () => {
  const token = keysOf(1).token(claims);
  expect(keysOf(1).token(claims)).toBe(token);
  expect(keysOf(1).read(token)).toEqual(claims);
  expect(keysOf(1, 'another').read(token)).toBeUndefined();
  expect(keysOf(1).codeOf(claims.id)).toBe(keysOf(1).codeOf(claims.id));
});

test('a new key leaves the one before good, and no older one', () => {
  const token = keysOf(1).token(claims);
  expect(keysOf(2).read(token)).toEqual(claims);
  expect(keysOf(3).read(token)).toBeUndefined();
  expect(keysOf(1).published()).toHaveLength(1);
  const [newest, former] = keysOf(2).published();
  expect(former).toEqual(keysOf(1).published()[0]);
  expect(newest?.kid).not.toBe(former?.kid);
});

test('one field takes codes, tokens and links', () => {
  const token = keysOf(1).token(claims);
  expect(askedFor('abc-def-gh2')).toEqual({ kind: 'code', code: 'ABCDEFGH2' });
  expect(askedFor(token)).toEqual({ kind: 'token', token });
  expect(askedFor(`https://ansinh.example/xac-minh-the?ma=${token}`)).toEqual({ kind: 'token', token });
  for (const nothing of ['', 'ABC', 'ABC-DEF-GH1', 'https://ansinh.example/'])
    expect(askedFor(nothing).kind).toBe('nothing');
});

test('initials tell little of a name', () => {
  expect(['Nguyễn Văn An', 'Đặng Thị Ánh', 'Y'].map(initialsOf)).toEqual(['N.V.A', 'Đ.T.Á', 'Y']);
});
