import { hkdfSync } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { transactionScope } from '../../src/core/db/unit-of-work.js';
import { createVault, type Vault } from '../../src/core/files/vault.js';
import { openHouse, type House } from '../kit/house.js';
import { dossierFiles, picture } from '../kit/pictures.js';
import { countOf, FORM, goodFields, queriesOf, runJob, stepsOf } from './form.js';

let house: House;
let vault: Vault;
beforeAll(async () => {
  house = await openHouse();
  const { uploadDir, key } = house.app.config;
  vault = createVault(uploadDir, Buffer.from(hkdfSync('sha256', key, '', 'files', 32)));
});
afterAll(() => house.close());

const filesOnDisk = (): number => {
  const folder = house.app.config.uploadDir;
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];
  return names.filter((name) => /[0-9a-f-]{36}/.test(name)).length;
};

it('a crash before the commit leaves a file for an hour, and the job removes it then', async () => {
  const job = (): Promise<void> => runJob(house, 'registration.drafts');
  await job();
  const before = filesOnDisk();
  const fileId = await stepsOf(house).storePicture(await picture());
  await job();
  expect(filesOnDisk()).toBe(before + 1);
  house.clock.forward(3_600_000 + 1_000);
  await job();
  expect(filesOnDisk()).toBe(before);
  await expect(vault.get(fileId)).rejects.toThrow();
  expect(await countOf(house, 'registration_doomed_file')).toBe(0);
});

it('a connection that breaks while the commit is answered costs no file: the same form sent again finds its dossier', async () => {
  const { uow } = house.app.db;
  const { run } = uow;
  const [files, dossiers] = [filesOnDisk(), await countOf(house, 'registration_dossier')];
  const broken = async <T>(work: () => Promise<T>): Promise<T> => {
    const outermost = transactionScope.get('transaction') === undefined;
    const result = await run(work);
    if (outermost && (await countOf(house, 'registration_dossier')) > dossiers)
      throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    return result;
  };
  const browser = house.browser();
  const { hidden } = await browser.form(FORM);
  const sent = { ...hidden, ...goodFields };
  Object.assign(uow, { run: broken });
  const lost = await browser.send(FORM, sent, await dossierFiles());
  Object.assign(uow, { run });
  expect(lost.status).toBe(503);
  expect(filesOnDisk()).toBe(files + 3);
  expect((await browser.send(FORM, sent, await dossierFiles())).status).toBe(303);
  expect([filesOnDisk(), await countOf(house, 'registration_dossier')]).toEqual([files + 3, dossiers + 1]);
  house.clock.forward(2 * 3_600_000);
  await runJob(house, 'registration.drafts');
  const [dossier] = (
    await queriesOf(house).list({ agencies: 'all', insuranceNumber: goodFields.insuranceNumber }, { limit: 1 })
  ).rows;
  const pictures = await queriesOf(house).pictures(dossier?.id ?? '');
  expect(pictures).toHaveLength(3);
  for (const { fileId } of pictures) expect((await vault.get(fileId)).length).toBeGreaterThan(0);
});
