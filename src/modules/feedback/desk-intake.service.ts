import type { MemberRegistry } from '../../contracts/records.js';
import type { Agencies } from '../../contracts/organisation.js';
import { currentContext } from '../../core/context.js';
import { InvalidError } from '../../core/errors.js';
import type { CheckedFile } from '../../core/files/picture.js';
import type { CaseRow } from './case.model.js';
import type { DeskIntakeInput } from './desk-intake.schema.js';
import type { Intake } from './intake.service.js';
import type { TopicQueries } from './topic.queries.js';

export interface DeskIntakeParts {
  readonly intake: Intake;
  readonly topics: TopicQueries;
  readonly agencies: Agencies;
  readonly registry: MemberRegistry;
  keyedHash(purpose: string, value: string): string;
}

const refuse = (field: string, message: string): never => {
  throw new InvalidError([{ field, message }]);
};

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFC').toLocaleLowerCase('vi') === b.normalize('NFC').toLocaleLowerCase('vi');

/** Feedback that officers take in by phone and at the desk. */
export const deskIntakeService = ({ intake, topics, agencies, registry, keyedHash }: DeskIntakeParts) => {
  /** The number must be that of a person of this name: it opens the data of whoever has it. */
  const requirePerson = async ({ maSo, hoTen, anDanh }: DeskIntakeInput): Promise<void> => {
    if (maSo === '') return;
    if (anDanh) refuse('maSo', 'Người gửi ẩn danh thì để trống mã số BHXH.');
    const entry = await registry
      .find(maSo)
      .catch(() => refuse('maSo', 'Hệ thống HGĐ chưa trả lời. Thử lại sau, hoặc để trống mã số.'));
    if (!entry) return refuse('maSo', 'Mã số này chưa có trong Hệ thống HGĐ. Hãy xem lại, hoặc để trống.');
    if (!sameName(entry.fullName, hoTen))
      refuse('hoTen', 'Họ tên khác với người có mã số này trong Hệ thống HGĐ. Hãy xem lại giấy tờ.');
  };

  return {
    receive: async (input: DeskIntakeInput, files: readonly CheckedFile[]): Promise<Pick<CaseRow, 'id' | 'code'>> => {
      const topic = await topics.find(input.linhVuc);
      if (!topic || topic.retired) return refuse('linhVuc', 'Chọn lĩnh vực trong danh sách.');
      if (input.coQuan && !(await agencies.find(input.coQuan))) refuse('coQuan', 'Chọn cơ quan trong danh sách.');
      await requirePerson(input);
      const told = {
        channel: input.kenh,
        senderName: input.anDanh ? '' : input.hoTen,
        phone: input.dienThoai,
        email: input.thuDienTu || null,
        address: input.diaChi,
        insuranceNumber: input.maSo,
        anonymous: input.anDanh,
        verified: input.daDoiChieu,
        provinceCode: input.tinh,
        communeCode: input.xa,
        place: input.diaDiem,
        aboutAgency: input.coQuan || null,
        title: input.tieuDe,
        body: input.noiDung,
        origin: 'form',
        reference: '',
      } as const;
      const key = keyedHash('feedback.desk-intake', `${currentContext().actor.id} ${input.formKey}`);
      return intake.receive({ ...told, topic, files, key });
    },
  };
};
export type DeskIntake = ReturnType<typeof deskIntakeService>;
