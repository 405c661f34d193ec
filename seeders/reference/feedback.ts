import type { Clock } from '../../src/core/clock.js';
import { newId } from '../../src/core/ids.js';
import type { TopicRow } from '../../src/modules/feedback/topic.model.js';
import type { Tables } from '../../src/modules/feedback/tables.js';
import { templates as texts } from '../data/feedback.js';

type Fixed = Pick<TopicRow, 'code' | 'name' | 'monitorAgency' | 'urgent'>;

/** Topics and who watches over them: letter 3717/BHXH-CNTT, section 5. */
const TOPICS: readonly Fixed[] = [
  { code: 'personal', name: 'Thông tin cá nhân', monitorAgency: '00002', urgent: false },
  { code: 'participation', name: 'Quá trình tham gia BHXH, BHYT, BHTN', monitorAgency: '00002', urgent: false },
  { code: 'card', name: 'Thông tin trên thẻ BHYT', monitorAgency: '00002', urgent: true },
  { code: 'benefits', name: 'Hưởng BHXH, BHTN', monitorAgency: '00003', urgent: false },
  { code: 'treatment', name: 'Khám bệnh, chữa bệnh BHYT', monitorAgency: '00004', urgent: true },
  { code: 'technical', name: 'Kỹ thuật, ứng dụng', monitorAgency: '00005', urgent: false },
  { code: 'service', name: 'Thái độ phục vụ và nội dung khác', monitorAgency: '00005', urgent: false },
];

/** Working days; the letter names none, so the office sets them. */
const LIMITS = { classifyDays: 1, answerDays: 5, complexDays: 15, extensionDays: 5 } as const;

/** Adds the topics that are missing; those that an administrator has changed stay as they are. */
export const seedTopics = async ({ topics }: Pick<Tables, 'topics'>, clock: Clock): Promise<void> => {
  const known = new Set((await topics.many({}, { columns: ['code'] })).map(({ code }) => code));
  const rows = TOPICS.map((topic, at) => ({
    ...topic,
    ...LIMITS,
    position: at + 1,
    retired: false,
    version: 1,
    updatedAt: clock.now(),
  }));
  await topics.insertMany(rows.filter(({ code }) => !known.has(code)));
};

/** Adds the texts to begin an answer with, known by their titles; those that officers have changed or retired stay so. */
export const seedTemplates = async ({ templates }: Pick<Tables, 'templates'>, clock: Clock): Promise<void> => {
  const known = new Set((await templates.many({}, { columns: ['title'] })).map(({ title }) => title));
  const rows = texts.map((text) => ({
    ...text,
    ...{ id: newId(), agencyCode: null, retired: false, version: 1, updatedAt: clock.now(), updatedBy: 'Hệ thống' },
  }));
  await templates.insertMany(rows.filter(({ title }) => !known.has(title)));
};
