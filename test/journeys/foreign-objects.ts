import { newId } from '../../src/core/ids.js';
import type { Browser } from '../kit/browser.js';
import type { House } from '../kit/house.js';
import { foreignFeedback } from './foreign-feedback.js';
import { foreignWatch } from './foreign-watch.js';

/** Somebody asks for what is not his. */
interface Case {
  readonly browser: Browser;
  /** Values of the places in the address; what is missing is made up. */
  readonly params: Readonly<Record<string, string>>;
  readonly answers: readonly number[];
}

/** A kind of object that addresses name, and who must not get at it. */
export interface Foreign {
  readonly what: string;
  readonly paths: RegExp;
  /** A page with a form, for the token. */
  readonly page: string;
  readonly cases: readonly Case[];
}

const NOT_FOUND = [404];
/** A form that was open when its link died is told so. */
const DEAD = [404, 409];
/** Sent back to where it can be opened properly. */
const SENT_BACK = [303, 404];

/** What the demo has that some officer or citizen must not reach. */
export const foreignObjects = async (house: House, citizen: Browser): Promise<readonly Foreign[]> => {
  const { db } = house.app;
  const idOf = async (sql: string, ...params: string[]): Promise<string> =>
    (await db.row<{ id: string }>(sql, params))?.id ?? '';
  const [local, province, guest] = [await house.officer('coso'), await house.officer('canbo'), house.browser()];
  const elsewhere = await idOf(
    "SELECT id FROM registration_dossier WHERE agency_code = '04803' AND state = 'handed_in' LIMIT 1",
  );
  const otherProvince = await idOf("SELECT id FROM registration_dossier WHERE agency_code = '07901' LIMIT 1");
  const request = await idOf(
    "SELECT id FROM registration_dossier WHERE kind = 'change' AND insurance_number <> '4812345678' LIMIT 1",
  );
  const visit = await idOf("SELECT id FROM records_visit WHERE insurance_number <> '4812345678' LIMIT 1");
  const account = await idOf("SELECT id FROM auth_account WHERE insurance_number = '4812345678'");
  const administrator = await anotherAdministrator(house);
  const superior = await idOf("SELECT id FROM auth_officer WHERE username = 'canbo'");
  const madeUp = (browser: Browser, answers = NOT_FOUND): Case => ({ browser, params: { id: newId() }, answers });
  return [
    ...(await foreignFeedback(house, citizen)),
    ...(await foreignWatch(house)),
    {
      what: 'dossier',
      paths: /^\/can-bo\/ho-so\/:id/,
      page: '/can-bo',
      cases: [
        { browser: local, params: { id: elsewhere }, answers: NOT_FOUND },
        { browser: province, params: { id: otherProvince }, answers: NOT_FOUND },
        madeUp(province),
      ],
    },
    {
      what: 'proposal',
      paths: /^\/can-bo\/cho-xac-nhan\/:id/,
      page: '/can-bo',
      cases: [
        { browser: local, params: { id: await aProposal(house, elsewhere) }, answers: NOT_FOUND },
        madeUp(province),
      ],
    },
    {
      what: 'account at the desk, not opened',
      paths: /^\/can-bo\/tai-khoan\/:id/,
      page: '/can-bo',
      cases: [{ browser: local, params: { id: account }, answers: SENT_BACK }, madeUp(province, SENT_BACK)],
    },
    {
      what: 'opening of another officer',
      paths: /^\/can-bo\/nguoi-tham-gia\/:opening/,
      page: '/can-bo',
      cases: [{ browser: local, params: { opening: await anOpening(house, superior) }, answers: SENT_BACK }],
    },
    {
      what: 'officer above',
      paths: /^\/can-bo\/quan-tri\/can-bo\/:id/,
      page: '/can-bo',
      cases: [{ browser: administrator, params: { id: superior }, answers: NOT_FOUND }, madeUp(administrator)],
    },
    {
      what: 'file sent by an administrator of the province',
      paths: /^\/can-bo\/quan-tri\/nhap-du-lieu\/:id/,
      page: '/can-bo',
      cases: [
        { browser: administrator, params: { id: await anUpload(house) }, answers: NOT_FOUND },
        madeUp(administrator),
      ],
    },
    {
      what: 'agency above',
      paths: /^\/can-bo\/quan-tri\/co-quan\/:code/,
      page: '/can-bo',
      cases: ['04801', '04803', 'khong-co'].map((code) => ({
        browser: administrator,
        params: { code },
        answers: NOT_FOUND,
      })),
    },
    {
      what: 'kind of data, made up',
      paths: /^\/can-bo\/quan-tri\/nhap-du-lieu\/cot\/:kind/,
      page: '/can-bo',
      cases: [{ browser: administrator, params: { kind: 'khong-co' }, answers: NOT_FOUND }],
    },
    {
      what: 'common to the office, made up',
      paths: /^\/can-bo\/quan-tri\/(mau-ly-do|van-ban-dong-y|tra-cuu|cai-dat)\/:/,
      page: '/can-bo',
      cases: [
        { browser: await house.officer('quantri'), params: { id: 'khong-co', code: 'khong-co' }, answers: NOT_FOUND },
      ],
    },
    {
      what: 'request of another citizen',
      paths: /^\/ca-nhan\/yeu-cau\/:id/,
      page: '/ca-nhan',
      cases: [{ browser: citizen, params: { id: request }, answers: NOT_FOUND }, madeUp(citizen)],
    },
    {
      what: 'visit of another patient',
      paths: /^\/ca-nhan\/so-kham-chua-benh\/:id/,
      page: '/ca-nhan',
      cases: [{ browser: citizen, params: { id: visit }, answers: NOT_FOUND }, madeUp(citizen)],
    },
    {
      what: 'ward of another guardian',
      paths: /^\/ca-nhan\/nguoi-duoc-giam-ho\/:id/,
      page: '/ca-nhan',
      cases: [{ browser: citizen, params: { id: await aGuardianship(house) }, answers: NOT_FOUND }, madeUp(citizen)],
    },
    {
      what: 'article, plan or question on the desk, made up',
      paths: /^\/can-bo\/(tin-tuc(\/chuyen-muc)?|ke-hoach-truyen-thong|ho-tro\/(cau-hoi|chua-tra-loi))\/:/,
      page: '/can-bo',
      cases: [madeUp(await house.officer('bientap'))],
    },
    {
      what: 'article, made up',
      paths: /^\/tin-tuc\/(:|chuyen-muc\/:|anh\/:)/,
      page: '/dang-nhap',
      cases: [{ browser: guest, params: { slug: 'khong-co', code: 'khong-co', file: 'khong-co' }, answers: NOT_FOUND }],
    },
    {
      what: 'call of an agency above',
      paths: /^\/can-bo\/ho-tro\/duong-day-nong\/:id/,
      page: '/can-bo',
      cases: [{ browser: local, params: { id: await aCall(house, province) }, answers: NOT_FOUND }, madeUp(province)],
    },
    {
      what: 'answer or letter, made up',
      paths: /^\/ho-tro\/(cau-hoi-thuong-gap\/:code|thu-dien-tu\/da-gui\/:mark)/,
      page: '/dang-nhap',
      cases: [
        { browser: guest, params: { code: 'khong-co', mark: 'HT-AAAAAAAA-0123456789abcdef' }, answers: NOT_FOUND },
      ],
    },
    {
      what: 'secret of another, guessed',
      paths: /\/:(secret|token)(\/|$)/,
      page: '/dang-nhap',
      cases: [{ browser: guest, params: { secret: 'A'.repeat(22), token: 'A'.repeat(43) }, answers: DEAD }],
    },
    {
      what: 'public text, made up',
      paths: /^\/quyen-rieng-tu\/:code/,
      page: '/dang-nhap',
      cases: [{ browser: guest, params: { code: 'khong-co', version: '1' }, answers: NOT_FOUND }],
    },
  ];
};

/** The officer of the local office as its administrator. */
const anotherAdministrator = async (house: House): Promise<Browser> => {
  const { db } = house.app;
  await db.uow.run(() =>
    db.sequelize.query(
      "INSERT INTO auth_officer_role (officer_id, role) SELECT id, 'admin' FROM auth_officer WHERE username = 'coso'",
    ),
  );
  return house.officer('coso');
};

const aProposal = async (house: House, dossierId: string): Promise<string> => {
  const { db, clock } = house.app;
  const id = newId();
  await db.uow.run(() =>
    db.sequelize.query(
      `INSERT INTO approval_second (id, kind, subject_id, label, insurance_number, agency_code, payload, state, proposed_by_id, proposed_by_name, proposed_at)
        VALUES (?, 'dossier', ?, 'x', '4811111111', '04803', '{}', 'waiting', ?, 'Võ Minh Khoa', ?)`,
      { replacements: [id, dossierId, newId(), clock.now()] },
    ),
  );
  return id;
};

const anUpload = async (house: House): Promise<string> => {
  const { db, clock } = house.app;
  const id = newId();
  await db.uow.run(() =>
    db.sequelize.query(
      `INSERT INTO organisation_upload (id, refused_id, kind, file_name, size, dry_run, state, officer_id, officer_name, agency_code,
         position, rows_read, added, changed, unchanged, repeated, rejected, cancel_asked, worker, lease_until, received_at, kept)
        VALUES (?, ?, 'facilities', 'x.csv', 1, 1, 'done', ?, 'x', '04801', 1, 1, 0, 0, 0, 0, 1, 0, '', ?, ?, 1)`,
      { replacements: [id, newId(), newId(), clock.now(), clock.now()] },
    ),
  );
  return id;
};

/** Between two others of the demo. */
const aGuardianship = async (house: House): Promise<string> => {
  const { db, clock } = house.app;
  const id = newId();
  await db.uow.run(() =>
    db.sequelize.query(
      `INSERT INTO records_guardianship (id, ward_number, guardian_number, relation, paper, paper_number, registered_at, registered_by, agency_code)
        VALUES (?, '4819000011', '4811223344', 'mother', 'birth-certificate', '1/2015', ?, 'x', '04801')`,
      { replacements: [id, clock.now()] },
    ),
  );
  return id;
};

const anOpening = async (house: House, officerId: string): Promise<string> => {
  const { db, clock } = house.app;
  const [id, until] = [newId(), new Date(clock.now().getTime() + 600_000)];
  await db.uow.run(() =>
    db.sequelize.query(
      `INSERT INTO records_opening (id, officer_id, participant_id, purpose, expires_at)
        SELECT ?, ?, id, 'Trả lời người dân', ? FROM records_participant WHERE insurance_number = '4812345678'`,
      { replacements: [id, officerId, until] },
    ),
  );
  return id;
};

/** Noted by an officer of the province: nobody below it may read it. */
const aCall = async (house: House, officer: Browser): Promise<string> => {
  const fields = { coSo: 'Bệnh viện Đà Nẵng', maThe: '4812345678', suCo: 'Máy báo thẻ không còn giá trị.' };
  await officer.submit('/can-bo/ho-tro/duong-day-nong', fields);
  return (await house.app.db.row<{ id: string }>('SELECT id FROM support_call LIMIT 1'))?.id ?? '';
};
