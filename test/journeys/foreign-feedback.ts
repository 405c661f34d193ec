import { newId } from '../../src/core/ids.js';
import type { Browser } from '../kit/browser.js';
import type { House } from '../kit/house.js';
import type { Foreign } from './foreign-objects.js';

const CASE =
  /^\/can-bo\/phan-anh\/:id($|\/(phieu|tep|phan-loai|giao|nhan|thoi|hoi|ghi-chu|tra-loi|gop|khong-xu-ly|chuyen-theo-luat|tin-nhan)($|\/))/;

/** Feedback of other senders: behind an account, and behind passes. */
const sentBy = async (house: House, citizen: Browser): Promise<readonly Foreign[]> => {
  const foreign = await house.app.db.row<{ id: string }>(
    "SELECT id FROM feedback_case WHERE insurance_number <> '4812345678' AND phone <> '0912345678' LIMIT 1",
  );
  const [sealed, guest, answers] = ['A'.repeat(120), house.browser(), [404]];
  return [
    {
      what: 'feedback of another citizen',
      paths: /^\/ca-nhan\/phan-anh\/:id/,
      page: '/ca-nhan',
      cases: [foreign?.id ?? '', newId()].map((id) => ({ browser: citizen, params: { id }, answers })),
    },
    {
      what: 'feedback behind a pass, made up',
      paths: /^\/phan-anh\/(tra-cuu\/:pass|da-gui\/:mark)/,
      page: '/dang-nhap',
      cases: [{ browser: guest, params: { pass: sealed, mark: sealed }, answers }],
    },
  ];
};

/** Feedback that an officer, a citizen or a guest must not reach. */
export const foreignFeedback = async (house: House, citizen: Browser): Promise<readonly Foreign[]> => {
  const elsewhere = await house.app.db.row<{ id: string }>(
    "SELECT id FROM feedback_case WHERE handling_agency = '04801' AND id NOT IN (SELECT case_id FROM feedback_invitation) LIMIT 1",
  );
  const answers = [404];
  const madeUp = { params: { id: newId() }, answers };
  const [local, province, leader] = [
    await house.officer('coso'),
    await house.officer('canbo'),
    await house.officer('lanhdao'),
  ];
  return [
    ...(await sentBy(house, citizen)),
    {
      what: 'feedback of another office',
      paths: CASE,
      page: '/can-bo',
      cases: [
        { browser: local, params: { id: elsewhere?.id ?? '' }, answers },
        { ...madeUp, browser: province },
      ],
    },
    {
      what: 'text to begin an answer, made up',
      paths: /^\/can-bo\/phan-anh\/mau-tra-loi\/:id/,
      page: '/can-bo',
      cases: [{ ...madeUp, browser: leader }],
    },
  ];
};
