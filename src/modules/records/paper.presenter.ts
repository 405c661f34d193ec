import { date, time } from '../../core/http/format.js';
import { sexText } from './card.presenter.js';
import { birthText } from './participant.rules.js';
import type { Profile } from './participant.queries.js';

/** Whose paper, made when, by the portal of which office. */
export interface PaperOf {
  readonly profile: Profile;
  readonly now: Date;
  readonly office: string;
}

/** Says that the portal made it, and that it is no paper of the insurer. */
export const madeBy = ({ profile, now, office }: PaperOf) => {
  const moment = `${time(now)} ngày ${date(now)}`;
  return {
    made: `Cổng An Sinh${office ? ` của ${office}` : ''} lập lúc ${moment} từ dữ liệu đang có.`,
    notice:
      'Bản này để bạn xem và đối chiếu, không thay cho thông báo hay giấy xác nhận có chữ ký, con dấu của cơ quan BHXH.',
    foot: `Mã số BHXH ${profile.insuranceNumber}. Cổng An Sinh lập lúc ${moment}.`,
  };
};

export const personFacts = ({ fullName, birthDate, sex, insuranceNumber }: Profile) => [
  { label: 'Họ và tên', value: fullName },
  { label: 'Ngày sinh', value: birthText(birthDate) },
  { label: 'Giới tính', value: sexText(sex) },
  { label: 'Mã số BHXH', value: insuranceNumber },
];
