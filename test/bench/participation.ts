import { participationQueries } from '../../src/modules/records/participation.queries.js';
import { besideFloor, statementOf, type Comparison } from './beside-floor.js';
import { Client } from './client.js';
import type { Site } from './site.js';

const PATH = '/ca-nhan/qua-trinh-tham-gia';

/** S1: the signed-in page of this person against the floor. */
export const participationPage = async (site: Site, number: string): Promise<Comparison> => {
  const citizen = await new Client(site.server.address, '198.51.100.7').signIn('/dang-nhap', number, 'Ansinh#2026');
  const { status, text } = await citizen.get(PATH);
  if (status !== 200) throw new Error(`the page was answered with ${status}`);
  const statement = await statementOf((db) => participationQueries(db).ofFund(number, 'bhxh'));
  return besideFloor(site, { path: PATH, html: text, headers: citizen.headers(), statement });
};
