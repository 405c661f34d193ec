import { stateTags } from '../../contracts/registration.js';
import type { Messenger } from '../../contracts/notification.js';
import { words, type DataSection, type DataSubject } from '../../core/personal-data.js';
import type { DossierRow } from './dossier.model.js';
import { REPAIR_WORDS } from './repair.rules.js';
import type { Tables } from './tables.js';

interface Parts {
  readonly tables: Tables;
  readonly messenger: Messenger;
}

const KINDS = { new: 'Đăng ký', change: 'Thay đổi thông tin', stop: 'Ngừng sử dụng tài khoản' };
const STATES = Object.fromEntries(Object.entries(stateTags).map(([state, { text }]) => [state, text]));

/** Anybody may declare under a number: what another declared stays his until an officer has found that it is true. */
const isOwn = ({ kind, state, phone }: DossierRow, subject: DataSubject): boolean =>
  kind !== 'new' || state === 'approved' || phone === subject.phone;

const ownDossiers =
  ({ dossiers }: Tables) =>
  async (subject: DataSubject): Promise<DossierRow[]> => {
    const where = { insuranceNumber: subject.person, purgedAt: null };
    const rows = await dossiers.many(where, { order: [['declaredAt', 'DESC']] });
    return rows.filter((row) => isOwn(row, subject));
  };

/** Dossiers, the names of their files, and the messages about them. */
export const dossierData = ({ tables, messenger }: Parts): readonly DataSection[] => {
  const own = ownDossiers(tables);
  return [
    {
      name: 'registration.dossiers',
      title: 'Hồ sơ đã gửi',
      about: 'Tờ khai đăng ký và các yêu cầu thay đổi bạn đã gửi, cùng kết quả.',
      fields: {
        number: 'Số hồ sơ',
        kind: { label: 'Loại', say: words(KINDS) },
        state: { label: 'Trạng thái', say: words(STATES) },
        fullName: 'Họ và tên',
        birthDate: 'Ngày sinh',
        sex: { label: 'Giới tính', say: words({ male: 'Nam', female: 'Nữ' }) },
        paperNumber: 'Số giấy tờ',
        phone: 'Số điện thoại',
        email: 'Thư điện tử',
        address: 'Địa chỉ',
        declaredAt: 'Kê khai lúc',
        handedInAt: 'Nộp lúc',
        decidedAt: 'Có kết quả lúc',
        reason: 'Lý do từ chối',
      },
      rows: own,
    },
    {
      name: 'registration.files',
      title: 'Ảnh và giấy tờ trong hồ sơ',
      about: 'Tên các tệp đã gửi kèm hồ sơ. Muốn nhận bản chụp, hãy đến cơ quan BHXH nơi nộp hồ sơ.',
      fields: {
        number: 'Số hồ sơ',
        kind: { label: 'Loại', say: words(REPAIR_WORDS) },
        name: 'Tên tệp',
        addedAt: 'Gửi lúc',
        current: 'Đang dùng',
      },
      rows: async function* (subject) {
        for (const { id, number } of await own(subject))
          for (const { kind, name, addedAt, current } of await tables.pictures.many({ dossierId: id }))
            yield { number, kind, name, addedAt, current: Boolean(current) };
      },
    },
    {
      name: 'registration.messages',
      title: 'Tin nhắn về hồ sơ',
      about: 'Tin nhắn và thư đã gửi về hồ sơ của bạn. Mã sửa hồ sơ và mật khẩu đã được che.',
      fields: { createdAt: 'Lúc', number: 'Số hồ sơ', to: 'Gửi đến', text: 'Nội dung' },
      rows: async function* (subject) {
        for (const { id, number } of await own(subject))
          for (const { createdAt, to, text } of await messenger.about('dossier', id))
            yield { createdAt, number, to, text };
      },
    },
  ];
};
