import type { Browser, Fields } from '../kit/browser.js';
import type { House } from '../kit/house.js';
import type { CaseRow } from '../../src/modules/feedback/case.model.js';
import { aCase, tablesOf } from './ground.js';

export const pathOf = ({ id }: Pick<CaseRow, 'id'>): string => `/can-bo/phan-anh/${id}`;

/** An act on a case, sent from its page. */
export const act = (who: Browser, of: CaseRow, verb: string, fields: Fields = {}) =>
  who.submit(`${pathOf(of)}/${verb}`, fields, { page: pathOf(of) });

export const GOOD = 'Ba tháng đầu năm 2023 đã được bổ sung vào quá trình tham gia.';
export const BUCK = 'Cảm ơn bạn. Bạn vui lòng liên hệ cơ quan BHXH nơi tham gia để được giải quyết. Trân trọng.';

/** What tests of officers' work ask of the database. */
export const deskOf = (house: House) => ({
  now: async ({ id }: CaseRow): Promise<CaseRow> => (await tablesOf(house).cases.one({ id })) as CaseRow,
  inWork: (facts: Partial<CaseRow> = {}): Promise<CaseRow> =>
    aCase(house, { state: 'in_progress', assigneeName: 'Lê Thu Hà', ...facts }),
  answersOf: ({ id }: CaseRow) => tablesOf(house).answers.many({ caseId: id }, { order: ['writtenAt'] }),
  sms: async (to: string): Promise<string[]> => {
    await house.settle();
    return (await house.messages({ to, channel: 'sms' })).map(({ text }) => text);
  },
  idOf: async (username: string): Promise<string> =>
    (await house.app.db.row<{ id: string }>('SELECT id FROM auth_officer WHERE username = ?', [username]))?.id ?? '',
});
