import { dayOf, type Clock } from '../../core/clock.js';
import { money } from '../../core/http/format.js';
import { words, type DataSection, type DataValue } from '../../core/personal-data.js';
import type { CardQueries } from './card.queries.js';
import type { GuardianshipQueries } from './guardianship.queries.js';
import { paperWords, relationWords } from './guardianship.rules.js';
import type { ProfileOf } from './participant.queries.js';
import { fundLabels } from './participation.presenter.js';
import type { ParticipationQueries } from './participation.queries.js';

interface Parts {
  readonly clock: Clock;
  readonly profile: ProfileOf;
  readonly participations: ParticipationQueries;
  readonly cards: CardQueries;
  readonly guardianships: GuardianshipQueries;
}

const MALE_FEMALE = { male: 'Nam', female: 'Nữ' };
const KINDS = { compulsory: 'Bắt buộc', voluntary: 'Tự nguyện', household: 'Theo hộ gia đình' };
const STATUSES = { paid: 'Đã đóng', late: 'Chậm đóng', suspended: 'Tạm dừng', maternity: 'Thai sản' };

const saysMoney = (label: string) => ({ label, say: (value: DataValue) => money(Number(value)) });

const participantSection = ({ profile }: Parts): DataSection => ({
  name: 'records.participant',
  title: 'Thông tin cá nhân',
  order: 10,
  about: 'Bạn là ai trong dữ liệu của cơ quan BHXH.',
  fields: {
    insuranceNumber: 'Mã số BHXH',
    fullName: 'Họ và tên',
    birthDate: 'Ngày sinh',
    sex: { label: 'Giới tính', say: words(MALE_FEMALE) },
    citizenId: 'Số định danh',
    paperNumber: 'Số giấy tờ khác',
    phone: 'Số điện thoại',
    email: 'Thư điện tử',
    address: 'Địa chỉ',
    oldAddress: 'Địa chỉ trước 01/07/2025',
  },
  rows: async ({ person }) => [await profile(person)].flatMap((found) => found ?? []),
});

const participationSection = ({ participations }: Parts): DataSection => ({
  name: 'records.participation',
  title: 'Quá trình tham gia BH',
  about: 'Từng giai đoạn đóng BHXH, BHTN, BHTNLĐ-BNN, BHYT, căn cứ để tính các chế độ của bạn.',
  fields: {
    fund: { label: 'Quỹ', say: words(fundLabels) },
    kind: { label: 'Hình thức', say: words(KINDS) },
    fromMonth: 'Từ tháng',
    toMonth: 'Đến tháng',
    status: { label: 'Tình trạng', say: words(STATUSES) },
    employerCode: 'Mã đơn vị',
    employerName: 'Đơn vị',
    jobTitle: 'Nghề nghiệp',
    position: 'Chức vụ',
    workplace: 'Nơi làm việc',
    wage: saysMoney('Mức lương'),
    wageForContribution: saysMoney('Mức làm căn cứ đóng'),
    lumpSummed: 'Đã hưởng một lần',
    updatedOn: 'Cập nhật ngày',
  },
  rows: async ({ person }) =>
    (await participations.all(person)).map((row) => ({ ...row, lumpSummed: Boolean(row.lumpSummed) })),
});

const cardSection = ({ cards }: Parts): DataSection => ({
  name: 'records.cards',
  title: 'Thẻ BHYT',
  about: 'Các thẻ BHYT đã cấp cho bạn.',
  fields: {
    number: 'Số thẻ',
    validFrom: 'Từ ngày',
    validTo: 'Đến ngày',
    facilityCode: 'Mã nơi khám chữa bệnh ban đầu',
    facilityName: 'Nơi khám chữa bệnh ban đầu',
    areaCode: 'Mã khu vực',
    fiveYearsFrom: 'Đủ 5 năm liên tục từ',
    issuedOn: 'Cấp ngày',
    issuedBy: 'Nơi cấp',
    state: { label: 'Tình trạng', say: words({ active: 'Đang ghi nhận', withdrawn: 'Đã thu hồi' }) },
  },
  rows: ({ person }) => cards.cardsOf(person),
});

const guardianshipSection = ({ clock, guardianships }: Parts): DataSection => ({
  name: 'records.guardianships',
  title: 'Giám hộ',
  about: 'Ai xem được hồ sơ của bạn, và bạn xem được hồ sơ của ai.',
  fields: {
    side: { label: 'Chiều', say: words({ guardian: 'Người giám hộ của bạn', ward: 'Người bạn giám hộ' }) },
    fullName: 'Họ và tên',
    relation: { label: 'Quan hệ', say: words(relationWords) },
    paper: { label: 'Giấy tờ', say: words(paperWords) },
    paperNumber: 'Số giấy tờ',
    registeredAt: 'Ghi lúc',
    until: 'Đến hết ngày',
    endedAt: 'Kết thúc lúc',
    endReason: 'Lý do kết thúc',
  },
  rows: async ({ person }) => {
    const wards = await guardianships.wardsOf(person, dayOf(clock.now()));
    const guardians = await guardianships.guardiansOf(person);
    return [
      ...guardians.map((row) => ({ ...row, side: 'guardian' })),
      ...wards.map((row) => ({ ...row, side: 'ward' })),
    ];
  },
});

/** What the module holds about a person. Another noun of the module adds its section here. */
export const recordsData = (parts: Parts): readonly DataSection[] => [
  participantSection(parts),
  participationSection(parts),
  cardSection(parts),
  guardianshipSection(parts),
];
