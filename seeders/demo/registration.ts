import type { Agencies, Agency, Places } from '../../src/contracts/organisation.js';
import type { DossierState, PictureKind } from '../../src/contracts/registration.js';
import { addDays, dayOf, HOUR, instantAt, MINUTE, type Day } from '../../src/core/clock.js';
import { newId } from '../../src/core/ids.js';
import type { ModuleContext } from '../../src/core/module.js';
import { wordsOf, type HistoryRow, type PictureRow } from '../../src/modules/registration/dossier-parts.model.js';
import type { DossierRow } from '../../src/modules/registration/dossier.model.js';
import { WITHOUT_PERSON } from '../../src/modules/registration/erasure.service.js';
import { dossierNumber } from '../../src/modules/registration/registration.rules.js';
import type { Tables } from '../../src/modules/registration/tables.js';
import { demoCast, type CastMember } from '../cast.js';
import { homeOf } from '../data/people.js';
import { drawings, refusals } from '../data/registration-demo.js';
import { random, type Random } from '../random.js';
import { demoRequests } from './registration-requests.js';

const OFFICERS = ['Lê Thu Hà', 'Võ Minh Khoa', 'Huỳnh Thị Mai'] as const;
const PAPERS = 'Căn cước';
const DAYS = 10;
/** Most dossiers lie with the office of the demo and its first local agency. */
const USUAL = ['04801', '04801', '04802', '04802', '04802', '04803', '04804'] as const;
const ELSEWHERE = ['00101', '07901', '04601', '05101'] as const;

type Line = Omit<HistoryRow, 'id'>;
type Dossier = Omit<DossierRow, 'number'>;

/** Days ago on which a dossier of that state was declared. */
const ageOf = (state: DossierState, chance: Random): number => {
  if (state === 'expired') return chance.int(12, 40);
  if (state === 'declared') return chance.int(0, 9);
  return state === 'approved' || state === 'refused' ? chance.int(3, 25) : chance.int(1, 3);
};

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

const workday = (day: Day, step: 1 | -1): Day => (isWeekend(day) ? workday(addDays(day, step), step) : day);

/** When things happened: declared on a morning, handed in the next working day, then reviewed and decided at once. */
const momentsOf = (state: DossierState, now: Date, chance: Random) => {
  const declaredDay = workday(addDays(dayOf(now), -ageOf(state, chance)), -1);
  const morning = instantAt(declaredDay, chance.int(7, 10), chance.int(30, 59));
  const declaredAt = new Date(Math.min(morning.getTime(), now.getTime() - 3 * HOUR));
  const nextDay = workday(addDays(dayOf(declaredAt), 1), 1);
  const atTheDesk = instantAt(nextDay, chance.int(8, 10), chance.int(0, 59));
  const handedInAt = new Date(Math.min(atTheDesk.getTime(), now.getTime() - HOUR));
  const later = (minutes: number): Date => new Date(handedInAt.getTime() + minutes * MINUTE);
  return { declaredAt, handedInAt, reviewedAt: later(chance.int(4, 20)), decidedAt: later(chance.int(24, 50)) };
};

interface Made {
  readonly dossier: Dossier;
  readonly lines: readonly Line[];
}

interface Case {
  readonly index: number;
  readonly state: DossierState;
  readonly person: CastMember;
  readonly agency: Agency;
}

/** Dossiers of the cast. */
class Maker {
  constructor(
    private readonly ctx: ModuleContext,
    private readonly places: Places,
    private readonly chance: Random,
  ) {}

  private async declared({ person }: Case) {
    const { communeCode } = homeOf(person.home);
    const [commune, province] = [await this.places.commune(communeCode), await this.places.province('48')];
    const { insuranceNumber, fullName, sex, phone, email, street } = person;
    return {
      insuranceNumber,
      fullName,
      sex,
      birthDate: person.birthDate.split('-').reverse().join('/'),
      paperNumber: person.citizenId,
      phone,
      email,
      provinceCode: '48',
      communeCode,
      street,
      address: [street, commune?.name, province?.name].join(', '),
    };
  }

  async make(of: Case): Promise<Made> {
    const { state, agency, index } = of;
    const { declaredAt, ...moments } = momentsOf(state, this.ctx.clock.now(), this.chance);
    const officer = OFFICERS[agency.code === '04802' ? 2 : index % 2] ?? OFFICERS[0];
    const handedIn = !['declared', 'expired'].includes(state);
    const reviewed = handedIn && state !== 'handed_in';
    const decided = state === 'approved' || state === 'refused';
    const refusal = state === 'refused' ? this.chance.pick(refusals) : undefined;
    const declaredDay = dayOf(declaredAt);
    const person = await this.declared(of);
    const dossier: Dossier = {
      id: newId(),
      receivedHash: null,
      kind: 'new',
      state,
      agencyCode: agency.code,
      assessment: state === 'approved' ? 'valid' : state === 'refused' ? 'invalid' : 'none',
      ...person,
      phoneHash: this.ctx.keyedHash('registration.phone', person.phone),
      declaredAt,
      declaredDay,
      lastDay: addDays(declaredDay, DAYS),
      remindedOn: null,
      handedInAt: handedIn ? moments.handedInAt : null,
      handedInBy: handedIn ? officer : null,
      papersSeen: handedIn ? PAPERS : null,
      reviewerId: null,
      reviewerName: reviewed ? officer : null,
      reviewedAt: reviewed ? moments.reviewedAt : null,
      decidedAt: decided ? moments.decidedAt : null,
      decidedByName: decided ? officer : null,
      reason: refusal?.reason ?? null,
      wrongFields: JSON.stringify(refusal?.fields ?? []),
      withoutNewPaper: false,
      repairHash: null,
      repairedHash: null,
      changes: null,
      declaredByName: null,
      openKey: null,
      purgedAt: state === 'expired' ? instantAt(addDays(declaredDay, DAYS + 1), 0, 5) : null,
      version: 1 + Number(handedIn) + Number(reviewed) + Number(decided),
      ...(state === 'expired' && WITHOUT_PERSON),
    };
    return { dossier, lines: linesOf(dossier) };
  }
}

export const linesOf = (dossier: Omit<DossierRow, 'number'>): Line[] => {
  const line = (at: Date | null, actorName: string | null, title: string, note = ''): Line[] =>
    at ? [{ dossierId: dossier.id, at, actorId: '', actorName: actorName ?? 'Hệ thống', title, note }] : [];
  return [
    ...line(dossier.declaredAt, 'Người kê khai', 'Kê khai tờ khai', dossier.purgedAt ? '' : 'Mẫu số 01, 3 tệp'),
    ...line(dossier.handedInAt, dossier.handedInBy, 'Nộp hồ sơ có chữ ký', `Đã đối chiếu: ${PAPERS}`),
    ...line(dossier.reviewedAt, dossier.reviewerName, 'Nhận xử lý'),
    ...line(
      dossier.decidedAt,
      dossier.decidedByName,
      dossier.state === 'approved' ? 'Duyệt hồ sơ' : 'Từ chối',
      dossier.reason ?? '',
    ),
    ...line(dossier.purgedAt, null, 'Hết hạn, đã xóa tờ khai và ảnh'),
  ];
};

const KINDS = ['portrait', 'front', 'back'] as const satisfies readonly PictureKind[];
const NAMES: Readonly<Record<PictureKind, string>> = {
  portrait: 'chan-dung.jpg',
  front: 'mat-truoc.jpg',
  back: 'mat-sau.jpg',
};

const drawPictures = async (): Promise<Record<PictureKind, Buffer>> => {
  const { default: sharp } = await import('sharp');
  const draw = (kind: PictureKind): Promise<Buffer> =>
    sharp(Buffer.from(drawings[kind])).jpeg({ quality: 82 }).toBuffer();
  const [portrait, front, back] = await Promise.all([draw('portrait'), draw('front'), draw('back')]);
  return { portrait, front, back };
};

/** Every row has files of its own, so that replacing or deleting one leaves the others whole. */
const picturesOf = async (
  ctx: ModuleContext,
  dossier: Dossier,
  bytes: Record<PictureKind, Buffer>,
): Promise<PictureRow[]> => {
  const rows = KINDS.map(async (kind) => ({
    id: newId(),
    dossierId: dossier.id,
    kind,
    name: NAMES[kind],
    type: 'image/jpeg' as const,
    fileId: await ctx.vault.put(bytes[kind]),
    rotation: 0,
    addedAt: dossier.declaredAt,
    addedBy: 'Người kê khai',
    current: true,
  }));
  return Promise.all(rows);
};

/** Numbers in the order of declaring, agency by agency and year by year, and where each sequence then stands. */
const numbered = (dossiers: readonly Dossier[]): { rows: DossierRow[]; last: Map<string, number> } => {
  const last = new Map<string, number>();
  const rows = [...dossiers]
    .sort((a, b) => a.declaredAt.getTime() - b.declaredAt.getTime())
    .map((dossier) => {
      const year = dossier.declaredDay.slice(0, 4);
      const key = `${year}/${dossier.agencyCode}`;
      last.set(key, (last.get(key) ?? 0) + 1);
      return { ...dossier, number: dossierNumber(last.get(key) ?? 1, year, dossier.agencyCode) };
    });
  return { rows, last };
};

/** 60 registrations over all states and a few requests, with dates relative to now; pictures for the open registrations. */
export const seedRegistrationDemo = async (
  ctx: ModuleContext,
  tables: Tables,
  ports: { agencies: Agencies; places: Places },
): Promise<void> => {
  const chance = random(3_717);
  const maker = new Maker(ctx, ports.places, chance);
  const cast = [...demoCast()].flatMap(([state, members]) => members.map((person) => ({ state, person })));
  const made: Made[] = [];
  for (const [index, one] of cast.entries()) {
    const agency = await ports.agencies.find(chance.pick(index % 8 === 5 ? ELSEWHERE : USUAL));
    if (agency) made.push(await maker.make({ ...one, index, agency }));
  }
  made.push(
    ...demoRequests(
      made.map(({ dossier }) => dossier),
      ctx.clock.now(),
      workday,
    ),
  );
  const { rows, last } = numbered(made.map(({ dossier }) => dossier));
  const bytes = await drawPictures();
  const open = rows.filter(
    ({ kind, state }) => kind === 'new' && ['declared', 'handed_in', 'in_review'].includes(state),
  );
  const pictures = (await Promise.all(open.map((dossier) => picturesOf(ctx, dossier, bytes)))).flat();
  await ctx.uow.run(async () => {
    await tables.dossiers.insertMany(rows);
    await tables.pictures.insertMany(pictures);
    await tables.history.insertMany(made.flatMap(({ lines }) => lines));
    await tables.words.insertMany(rows.flatMap(wordsOf));
    await tables.sequences.insertMany([...last].map(([agencyYear, count]) => ({ agencyYear, last: count })));
  });
};
