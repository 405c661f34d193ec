import type { Agencies, Agency, Places } from '../../src/contracts/organisation.js';
import type { DossierState, PictureKind } from '../../src/contracts/registration.js';
import { addDays, dayOf, HOUR, instantAt, MINUTE } from '../../src/core/clock.js';
import { newId } from '../../src/core/ids.js';
import type { ModuleContext } from '../../src/core/module.js';
import { nameWords } from '../../src/core/text.js';
import type { HistoryRow, PictureRow } from '../../src/modules/registration/dossier-parts.model.js';
import type { DossierRow } from '../../src/modules/registration/dossier.model.js';
import { dossierNumber } from '../../src/modules/registration/registration.rules.js';
import type { Tables } from '../../src/modules/registration/tables.js';
import {
  demoStates,
  drawings,
  familyNames,
  menNames,
  refusals,
  streets,
  womenNames,
} from '../data/registration-demo.js';
import { random, type Random } from '../random.js';

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
  return state === 'approved' ? chance.int(3, 45) : chance.int(1, 8);
};

interface Made {
  readonly dossier: Dossier;
  readonly lines: readonly Line[];
}

/** One invented person with a dossier in the given state. */
class Maker {
  constructor(
    private readonly ctx: ModuleContext,
    private readonly places: Places,
    private readonly chance: Random,
  ) {}

  private person(
    index: number,
    year: number,
  ): Pick<DossierRow, 'fullName' | 'sex' | 'birthDate' | 'insuranceNumber' | 'paperNumber' | 'phone' | 'email'> {
    const { chance } = this;
    const sex = chance.chance(0.5) ? 'female' : 'male';
    const born = chance.int(1955, Math.min(2007, year - 16));
    const day = `${String(chance.int(1, 28)).padStart(2, '0')}/${String(chance.int(1, 12)).padStart(2, '0')}/`;
    const century = (sex === 'female' ? 1 : 0) + (born >= 2000 ? 2 : 0);
    const tail = String(chance.int(0, 999_999)).padStart(6, '0');
    return {
      sex,
      fullName: `${chance.pick(familyNames)} ${chance.pick(sex === 'female' ? womenNames : menNames)}`,
      birthDate: `${index % 11 === 7 ? '' : day}${born}`,
      insuranceNumber: `48${String(20_000_000 + index * 13_577 + chance.int(0, 999)).slice(0, 8)}`,
      paperNumber: `048${century}${String(born).slice(2)}${tail}`,
      phone: `0935${String(110_000 + index * 4_019).slice(0, 6)}`,
      email: chance.chance(0.4) ? `nguoidan${index + 1}@vidu.example` : null,
    };
  }

  private async home(agency: Agency): Promise<Pick<DossierRow, 'provinceCode' | 'communeCode' | 'street' | 'address'>> {
    const provinceCode = agency.provinceCode ?? '48';
    const communes = await this.places.communes(provinceCode);
    const commune = communes.find(({ code }) => agency.serves.includes(code)) ?? this.chance.pick(communes);
    const province = await this.places.province(provinceCode);
    const street = `${this.chance.int(2, 420)} ${this.chance.pick(streets)}`;
    return {
      provinceCode,
      communeCode: commune.code,
      street,
      address: [street, commune.name, province?.name ?? ''].join(', '),
    };
  }

  async make(index: number, state: DossierState, agency: Agency): Promise<Made> {
    const { chance, ctx } = this;
    const today = dayOf(ctx.clock.now());
    const declaredDay = addDays(today, -ageOf(state, chance));
    const morning = instantAt(declaredDay, 7, chance.int(30, 59));
    const latest = new Date(ctx.clock.now().getTime() - 3 * HOUR);
    const declaredAt = morning < latest ? new Date(morning.getTime() + index * 2 * MINUTE) : latest;
    const after = (hours: number): Date =>
      new Date(Math.min(declaredAt.getTime() + hours * HOUR, ctx.clock.now().getTime() - (4 - hours / 20) * MINUTE));
    const officer = OFFICERS[agency.code === '04802' ? 2 : index % 2] ?? OFFICERS[0];
    const person = this.person(index, Number(today.slice(0, 4)));
    const later = !['declared', 'expired'].includes(state);
    const reviewed = later && state !== 'handed_in';
    const decided = state === 'approved' || state === 'refused';
    const refusal = chance.pick(refusals);
    const gone = state === 'expired';
    const expiredAt = instantAt(addDays(declaredDay, DAYS + 1), 0, 5);
    const dossier: Dossier = {
      id: newId(),
      receivedHash: null,
      kind: 'new',
      state,
      agencyCode: agency.code,
      assessment: state === 'approved' ? 'valid' : state === 'refused' ? 'invalid' : 'none',
      ...person,
      ...(await this.home(agency)),
      phoneHash: ctx.keyedHash('registration.phone', person.phone),
      declaredAt,
      declaredDay: dayOf(declaredAt),
      lastDay: addDays(dayOf(declaredAt), DAYS),
      remindedOn: null,
      handedInAt: later ? after(20) : null,
      handedInBy: later ? officer : null,
      papersSeen: later ? PAPERS : null,
      reviewerId: null,
      reviewerName: reviewed ? officer : null,
      reviewedAt: reviewed ? after(21) : null,
      decidedAt: decided ? after(22) : null,
      decidedByName: decided ? officer : null,
      reason: state === 'refused' ? refusal.reason : null,
      wrongFields: JSON.stringify(state === 'refused' ? refusal.fields : []),
      withoutNewPaper: false,
      repairHash: null,
      purgedAt: gone ? expiredAt : null,
      version: 1 + Number(later) + Number(reviewed) + Number(decided),
      ...(gone && {
        insuranceNumber: '',
        fullName: '',
        birthDate: '',
        paperNumber: '',
        phone: '',
        email: null,
        provinceCode: '',
        communeCode: '',
        street: '',
        address: '',
      }),
    };
    return { dossier, lines: linesOf(dossier) };
  }
}

const linesOf = (dossier: Dossier): Line[] => {
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

/** 60 dossiers over all states, with dates relative to now; pictures for the open ones. */
export const seedRegistrationDemo = async (
  ctx: ModuleContext,
  tables: Tables,
  ports: { agencies: Agencies; places: Places },
): Promise<void> => {
  const chance = random(3_717);
  const maker = new Maker(ctx, ports.places, chance);
  const states = chance.shuffle(demoStates.flatMap(([state, count]) => Array.from({ length: count }, () => state)));
  const made: Made[] = [];
  for (const [index, state] of states.entries()) {
    const agency = await ports.agencies.find(chance.pick(index % 8 === 5 ? ELSEWHERE : USUAL));
    if (agency) made.push(await maker.make(index, state, agency));
  }
  const { rows, last } = numbered(made.map(({ dossier }) => dossier));
  const bytes = await drawPictures();
  const open = rows.filter(({ state }) => ['declared', 'handed_in', 'in_review'].includes(state));
  const pictures = (await Promise.all(open.map((dossier) => picturesOf(ctx, dossier, bytes)))).flat();
  await ctx.uow.run(async () => {
    await tables.dossiers.insertMany(rows);
    await tables.pictures.insertMany(pictures);
    await tables.history.insertMany(made.flatMap(({ lines }) => lines));
    await tables.words.insertMany(
      rows.flatMap(({ id, fullName }) => nameWords(fullName).map((word) => ({ dossierId: id, word }))),
    );
    await tables.sequences.insertMany([...last].map(([agencyYear, count]) => ({ agencyYear, last: count })));
  });
};
