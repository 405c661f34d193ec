import { newId } from '../../src/core/ids.js';
import type { House } from '../kit/house.js';
import type { Foreign } from './foreign-objects.js';

/** Feedback that leaders, invited offices and units that watch must not reach, and days and topics that are none. */
export const foreignWatch = async (house: House): Promise<readonly Foreign[]> => {
  const idOf = async (sql: string): Promise<string> => (await house.app.db.row<{ id: string }>(sql))?.id ?? '';
  const uninvited = 'id NOT IN (SELECT case_id FROM feedback_invitation)';
  const otherProvince = await idOf(`SELECT id FROM feedback_case WHERE handling_agency = '00101' AND ${uninvited}`);
  const otherTopic = await idOf("SELECT id FROM feedback_case WHERE monitor_agency = '00003'");
  const invitation = await idOf("SELECT id FROM feedback_invitation WHERE agency_code = '07901'");
  const answers = [404];
  const [leader, local] = [await house.officer('lanhdao'), await house.officer('coso')];
  const [monitor, admin] = [await house.officer('giamsat'), await house.officer('quantri')];
  const page = '/can-bo';
  return [
    {
      what: 'feedback of another province, for its leader only',
      paths: /^\/can-bo\/phan-anh\/:id\/(moi|gia-han|ho-so\.zip)/,
      page,
      cases: [otherProvince, newId()].map((id) => ({ browser: leader, params: { id, invitation: newId() }, answers })),
    },
    {
      what: 'invitation of another office',
      paths: /^\/can-bo\/phan-anh\/moi-phoi-hop\/:id/,
      page,
      cases: [invitation, newId()].map((id) => ({ browser: local, params: { id }, answers })),
    },
    {
      what: 'feedback that another unit watches',
      paths: /^\/can-bo\/phan-anh\/giam-sat\/:id/,
      page,
      cases: [otherTopic, newId()].map((id) => ({ browser: monitor, params: { id }, answers })),
    },
    {
      what: 'topic or day that is none',
      paths: /^\/can-bo\/quan-tri\/(linh-vuc-phan-anh|lich-lam-viec)\/:/,
      page,
      cases: [{ browser: admin, params: { code: 'nothing', day: '2027-02-30' }, answers }],
    },
  ];
};
