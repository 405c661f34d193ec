import { afterEach, expect, test } from 'vitest';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { startRegistry } from '../kit/registry-server.js';
import { act, openDesk } from './desk.js';

const AWAY = 'Hệ thống HGĐ tạm thời không trả lời';

let house: House | undefined;
afterEach(() => house?.close());

const open = (url: string): Promise<House> =>
  openHouse({ demo: true, env: { MEMBER_REGISTRY_URL: url, MEMBER_REGISTRY_TIMEOUT_MS: '300' } });

test.each(['does not answer', 'cannot be reached'])(
  'a registry that %s leaves the dossier undecided, soon',
  async (how) => {
    const registry = await startRegistry();
    registry.mode = 'hang';
    if (how === 'cannot be reached') await registry.close();
    house = await open(registry.url);
    const desk = openDesk(house);
    const officer = await house.officer('canbo');
    const dossier = await desk.aDossier({ state: 'handed_in' });
    const form = await officer.form(dossier.path, `${dossier.path}/danh-gia`);
    expect(visibleText((await officer.get(dossier.path)).text)).toContain(AWAY);
    const started = performance.now();
    const answer = await officer.send(`${dossier.path}/danh-gia`, { ...form.hidden, ketQua: 'hop-le' });
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(answer.status).toBe(503);
    expect(visibleText(answer.text)).toContain(AWAY);
    expect(answer.text).toMatch(/value="hop-le" checked/);
    expect(await desk.stateOf(dossier)).toMatchObject({ state: 'handed_in', assessment: 'none', version: 1 });
    expect(await desk.history(dossier)).toEqual(['Kê khai tờ khai']);
    // A refusal needs no registry.
    expect((await act(officer, dossier, 'danh-gia', { ketQua: 'khong-hop-le', lyDo: 'anh-mo' })).status).toBe(303);
    if (how === 'does not answer') await registry.close();
  },
);
