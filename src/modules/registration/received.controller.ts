import { settingNames, type Agencies, type DatedSettings, type Places } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { NotFoundError } from '../../core/errors.js';
import { page, type Handler } from '../../core/http/route.js';
import type { Declarations } from './declaration.service.js';
import type { DossierRow } from './dossier.model.js';
import type { OwnDossierQueries } from './own-dossier.queries.js';
import { paths } from './paths.js';
import { drawQr } from '../../core/qr.js';
import { clockKnots, daysLeft, isSheetDead } from './registration.rules.js';
import { sheetsOf } from './sheet.controller.js';

export interface ReceivedParts {
  readonly clock: Clock;
  readonly places: Places;
  readonly agencies: Agencies;
  readonly settings: DatedSettings;
  readonly queries: OwnDossierQueries;
  readonly declarations: Declarations;
}

const GONE =
  'Trang tờ khai này không còn hiệu lực: hồ sơ đã có kết quả hoặc đã hết hạn và được xóa. Bạn xem kết quả ở mục Tra cứu hồ sơ.';

/** How many offices are named; more would not help anyone to choose. */
const NEAR = 6;

/** The page behind Ghi nhận, found by its secret only, and its PDF. */
export const receivedController = ({ clock, places, agencies, settings, queries, declarations }: ReceivedParts) => {
  const find = async (secret: string): Promise<DossierRow> => {
    const hash = declarations.hashOf(secret);
    const dossier = (await queries.byReceivedHash(hash)) ?? (await queries.byRepairedHash(hash));
    if (!dossier || dossier.purgedAt || isSheetDead(dossier, dayOf(clock.now()))) throw new NotFoundError(GONE);
    return dossier;
  };

  const { sheetOf, pdfOf } = sheetsOf({ agencies, places });

  const received: Handler = async ({ params }) => {
    const secret = params['secret'] ?? '';
    const dossier = await find(secret);
    const today = dayOf(clock.now());
    const bells = await settings.numbers(settingNames.declarationReminderDays, today);
    const near = (await agencies.near(dossier.provinceCode, dossier.communeCode)).filter(({ receives }) => receives);
    const data = {
      title: 'Đã ghi nhận tờ khai',
      open: dossier.state === 'declared',
      refused: dossier.state === 'refused',
      number: dossier.number,
      lastDay: dossier.lastDay,
      daysLeft: daysLeft(dossier.lastDay, today),
      knots: clockKnots(dossier.declaredDay, dossier.lastDay, today, bells),
      sheet: await sheetOf(dossier),
      qr: await drawQr(dossier.number),
      near: near.slice(0, NEAR),
      pdf: paths.sheet(secret),
      paths,
    };
    return page('registration/received', data, { confidential: true });
  };

  const sheet: Handler = async ({ params }) => pdfOf(await find(params['secret'] ?? ''));

  return { received, sheet };
};
