import { binh } from '../kit/declaration.js';
import { dossierFiles } from '../kit/pictures.js';
import { Client } from './client.js';
import { rate } from './load.js';
import type { Site } from './site.js';

interface Person {
  readonly insuranceNumber: string;
  readonly fullName: string;
}

const addressOf = (serial: number): string => `198.51.${Math.floor(serial / 250) + 1}.${(serial % 250) + 1}`;

/** The three pictures of a declaration. */
export const picturesOf = async (): Promise<Record<string, File>> =>
  Object.fromEntries(
    Object.entries(await dossierFiles()).map(([field, { bytes, name, type }]) => [
      field,
      new File([new Uint8Array(bytes)], name, { type }),
    ]),
  );

const declare = async (
  { server }: Site,
  person: Person,
  serial: number,
  pictures: Record<string, File>,
): Promise<void> => {
  const client = new Client(server.address, addressOf(serial));
  const form = await client.form('/dang-ky/ca-nhan');
  const tail = String(serial).padStart(6, '0');
  const typed = { ...binh, ...person, paperNumber: `048190${tail}`, phone: `0978${tail}`, email: '' };
  const status = await client.send(form, typed, pictures);
  if (status !== 303) throw new Error(`a declaration was answered with ${status}`);
};

/** Whole declarations a second: the page of the form, three pictures checked and encrypted, the commit. */
export const submissions = async (site: Site, count: number): Promise<number> => {
  const pictures = await picturesOf();
  const people = Array.from({ length: count }, (_, index) => ({
    serial: 1_000 + index,
    person: { insuranceNumber: `4898${String(index).padStart(6, '0')}`, fullName: 'Phan Thị Đo' },
  }));
  return rate(people, 8, ({ person, serial }) => declare(site, person, serial, pictures));
};

const OFFICERS = ['canbo', 'canbo2', 'lanhdao'];

const withoutAccount = ({ db }: Site, count: number): Promise<Person[]> =>
  db.rows<Person>(
    `SELECT p.insurance_number AS insuranceNumber, p.full_name AS fullName FROM records_participant p
      LEFT JOIN auth_account a ON a.insurance_number = p.insurance_number
      WHERE a.id IS NULL ORDER BY p.insurance_number LIMIT ${count}`,
  );

const listPath = '/can-bo/ho-so';

/** Hands a dossier in and comes back with the form of its assessment. */
const readyForDecision = async (site: Site, officer: Client, person: Person) => {
  const row = await site.db.row<{ id: string }>(
    `SELECT id FROM registration_dossier WHERE insurance_number = ? AND state = 'declared' ORDER BY declared_at DESC`,
    [person.insuranceNumber],
  );
  const path = `${listPath}/${row?.id}`;
  const handIn = await officer.form(path, `${path}/nop`);
  const paper =
    /<select[^>]*name="giayTo"[\s\S]*?<option value="([^"]+)"/.exec((await officer.get(path)).text)?.[1] ?? '';
  await officer.send(handIn, { daKy: '1', daDoiChieu: '1', giayTo: paper });
  return officer.form(path, `${path}/danh-gia`);
};

/** Approvals a second: registry, state, account, outbox, audit in one transaction, by three officers at once. */
export const decisions = async (site: Site, count: number): Promise<number> => {
  const pictures = await picturesOf();
  const people = await withoutAccount(site, count);
  await rate(
    people.map((person, index) => ({ person, serial: 5_000 + index })),
    4,
    ({ person, serial }) => declare(site, person, serial, pictures),
  );
  const officers = await Promise.all(
    OFFICERS.map((name, index) =>
      new Client(site.server.address, addressOf(9_000 + index)).signIn('/can-bo/dang-nhap', name, 'Canbo#2026'),
    ),
  );
  const pieces: { officer: Client; form: Awaited<ReturnType<typeof readyForDecision>> }[] = [];
  for (const [index, person] of people.entries()) {
    const officer = officers[index % officers.length] as Client;
    pieces.push({ officer, form: await readyForDecision(site, officer, person) });
  }
  return rate(pieces, OFFICERS.length, async ({ officer, form }) => {
    const status = await officer.send(form, { ketQua: 'hop-le' });
    if (status !== 303) throw new Error(`a decision was answered with ${status}`);
  });
};
