import { afterEach, expect, test } from 'vitest';
import { modules } from '../../config/modules.js';
import { memberRegistry, type MemberRegistry } from '../../src/contracts/records.js';
import type { ModuleDefinition } from '../../src/core/module.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { act, openDesk } from './desk.js';

let house: House | undefined;
afterEach(() => house?.close());

/** All modules, with a registry that behaves as told. */
const withRegistry = (find: MemberRegistry['find']): ModuleDefinition[] =>
  modules.map((module) => {
    const definition = module;
    if (definition.id !== 'records') return module;
    const setup: ModuleDefinition['setup'] = (ctx) => {
      const parts = definition.setup(ctx);
      return { ...parts, provides: new Map([...(parts.provides ?? []), [memberRegistry.key, { find }]]) };
    };
    return { ...definition, setup };
  });

test.each([
  ['does not answer', () => new Promise<never>(() => undefined)],
  ['breaks', () => Promise.reject(new Error('connection refused'))],
])('a registry that %s leaves the dossier undecided, soon', async (_, find) => {
  house = await openHouse({ demo: true, modules: withRegistry(find) });
  const desk = openDesk(house);
  const officer = await house.officer('canbo');
  const dossier = await desk.aDossier({ state: 'handed_in' });
  const form = await officer.form(dossier.path, `${dossier.path}/danh-gia`);
  const started = performance.now();
  const answer = await officer.send(`${dossier.path}/danh-gia`, { ...form.hidden, ketQua: 'hop-le' });
  expect(performance.now() - started).toBeLessThan(4_500);
  expect(answer.status).toBe(503);
  expect(visibleText(answer.text)).toContain('Hệ thống HGĐ tạm thời không trả lời');
  expect(answer.text).toMatch(/value="hop-le" checked/);
  expect(await desk.stateOf(dossier)).toMatchObject({ state: 'handed_in', assessment: 'none', version: 1 });
  expect(await desk.history(dossier)).toEqual(['Kê khai tờ khai']);
  // A refusal needs no registry.
  expect((await act(officer, dossier, 'danh-gia', { ketQua: 'khong-hop-le', lyDo: 'anh-mo' })).status).toBe(303);
});
