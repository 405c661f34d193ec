import { newId, randomCode } from '../../src/core/ids.js';
import type { CaseRow } from '../../src/modules/feedback/case.model.js';
import { blank } from '../../src/modules/feedback/intake.service.js';
import { openTables } from '../../src/modules/feedback/tables.js';
import { wordsOf } from '../../src/modules/feedback/word.rules.js';
import type { House } from '../kit/house.js';

export const tablesOf = (house: House) => openTables(house.app.db.sequelize);

/** A case on record at 04801; a test states only what matters. */
export const aCase = async (house: House, facts: Partial<CaseRow> = {}): Promise<CaseRow> => {
  const now = house.clock.now();
  const row: CaseRow = {
    ...blank,
    id: newId(),
    code: `PA-${randomCode(8)}`,
    ownerAgency: '04801',
    handlingAgency: '04801',
    monitorAgency: '00002',
    topicCode: 'participation',
    channel: 'web',
    senderName: 'Phạm Thị Lan',
    phone: '0905000111',
    email: null,
    address: '',
    insuranceNumber: '',
    anonymous: false,
    verified: false,
    provinceCode: '',
    communeCode: '',
    place: '',
    aboutAgency: null,
    title: 'Thiếu ba tháng đóng năm 2023',
    body: 'Tôi làm việc tại Công ty Hải Vân nhưng ba tháng đầu năm 2023 không có trên hệ thống.',
    origin: 'form',
    reference: '',
    receivedAt: now,
    receivedBy: '',
    classifyBy: new Date(now.getTime() + 86_400_000),
    answerBy: new Date(now.getTime() + 5 * 86_400_000),
    dueAt: new Date(now.getTime() + 86_400_000),
    updatedAt: now,
    ...facts,
  };
  const tables = tablesOf(house);
  await house.app.db.uow.run(async () => {
    await tables.cases.insert(row);
    await tables.words.insertMany(wordsOf(row).map((word) => ({ word, caseId: row.id, receivedAt: row.receivedAt })));
  });
  return row;
};
