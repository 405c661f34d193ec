import type { Agency, Province } from '../../contracts/organisation.js';
import { dayOf } from '../../core/clock.js';
import type { DossierRow } from './dossier.model.js';

/** Form 01 filled in, as paper shows it: on the page, in print and as PDF. */
export interface Sheet {
  readonly number: string;
  readonly motto: readonly [string, string];
  readonly title: string;
  readonly subtitle: readonly [string, string];
  readonly addressee: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly statement: string;
  readonly placeAndDate: string;
}

const SEX = { male: 'nam', female: 'nữ' } as const;

/** Row 12 of the form is fixed: whoever declares here hands in at a counter. */
const HAND_IN = 'Tại địa điểm tiếp nhận hồ sơ theo quy định của BHXH Việt Nam';

// Names no decree: which one is in force changes, the sentence does not.
const STATEMENT =
  'Tôi đăng ký sử dụng phương thức giao dịch điện tử trong lĩnh vực bảo hiểm xã hội theo quy định của pháp luật. Tôi cam kết những ' +
  'thông tin trên là đúng và chịu trách nhiệm trước pháp luật; giữ bí mật tài khoản và mật khẩu; báo ngay cho cơ quan BHXH khi thông tin ' +
  'thay đổi hoặc khi mất quyền sử dụng tài khoản; thực hiện đúng quy định về giao dịch điện tử.';

/** "Thành phố Đà Nẵng" becomes "Đà Nẵng". */
export const shortPlace = (name: string): string => name.replace(/^(Thành phố|Tỉnh) /, '');

const signedAt = (place: string, declaredAt: Date): string => {
  const [year, month, day] = dayOf(declaredAt).split('-').map(Number);
  return `${place ? `${place}, ` : ''}ngày ${day} tháng ${month} năm ${year}`;
};

export const toSheet = (dossier: DossierRow, agency: Agency | undefined, province: Province | undefined): Sheet => {
  const office = agency?.name ?? dossier.agencyCode;
  const facts: [string, string][] = [
    ['Họ và tên', dossier.fullName.toLocaleUpperCase('vi')],
    ['Mã số BHXH', dossier.insuranceNumber],
    ['Ngày sinh, giới tính', `${dossier.birthDate}, ${SEX[dossier.sex]}`],
    ['Số CMND/CCCD/Hộ chiếu', dossier.paperNumber],
    ['Địa chỉ liên hệ', dossier.address],
    ['Số điện thoại', dossier.phone],
    ['Địa chỉ thư điện tử', dossier.email ?? 'Không có'],
    ['Cơ quan BHXH tiếp nhận', `${office} (${dossier.agencyCode})`],
    ['Hình thức nộp hồ sơ', HAND_IN],
  ];
  return {
    number: dossier.number,
    motto: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    title: 'TỜ KHAI',
    subtitle: ['Đăng ký sử dụng phương thức giao dịch điện tử', 'trong lĩnh vực bảo hiểm xã hội (dành cho cá nhân)'],
    addressee: office,
    rows: facts.map(([label, value], index) => ({ label: `${index + 1}. ${label}`, value })),
    statement: STATEMENT,
    placeAndDate: signedAt(province ? shortPlace(province.name) : '', dossier.declaredAt),
  };
};
