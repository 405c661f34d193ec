import { settingNames as names, type SettingName } from './organisation.js';
import { count, money, ofGroup, percent, type SettingWords } from './setting-words.js';

const dossier = ofGroup('dossier');
const account = ofGroup('account');
const feedback = ofGroup('feedback');
const contact = ofGroup('contact', true);
const workTime = ofGroup('contact');
const amount = ofGroup('amount');
const retention = ofGroup('retention');
const rate = (label: string, help: string): SettingWords =>
  ofGroup('rate')(label, percent('tiền lương', 50), `Phần trăm tiền lương đóng ${help}.`);
const minimumWage = (region: string): SettingWords =>
  amount(`Lương tối thiểu vùng ${region}`, money, `Mức tháng của vùng ${region}, dùng trong câu trả lời thường gặp.`);
const household = (member: string): SettingWords =>
  ofGroup('rate')(
    `BHYT hộ gia đình: ${member}`,
    percent('mức của người thứ nhất', 100),
    `Phần trăm mức đóng của người thứ nhất trong hộ mà ${member} phải đóng.`,
  );

/** Every setting that there is: who adds a name says here what it means, and gives it a value in `seeders/data/settings.ts`. */
export const settingCatalog: Readonly<Record<SettingName, SettingWords>> = {
  [names.declarationDays]: dossier(
    'Hạn nộp tờ khai mẫu 01',
    count('ngày', 3, 30),
    'Kê khai rồi mà quá từng ấy ngày chưa nộp thì tờ khai bị xóa. Tờ khai đã ghi nhận giữ hạn cũ.',
  ),
  [names.declarationReminderDays]: dossier(
    'Ngày nhắc nộp tờ khai',
    { is: 'days', max: 29 },
    'Sau ngày kê khai từng ấy ngày mà chưa nộp thì người dân nhận tin nhắc lúc 8 giờ.',
  ),
  [names.refusedPurgeDays]: dossier(
    'Thời gian sửa hồ sơ bị từ chối',
    count('ngày', 7, 365),
    'Quá từng ấy ngày không sửa thì thông tin và ảnh của hồ sơ bị từ chối được xóa, kể cả hồ sơ đã từ chối trước đó.',
  ),
  [names.overdueHours]: dossier(
    'Giới hạn chờ quyết định',
    count('giờ', 1, 720),
    'Từ lúc nộp đến quyết định lâu hơn thì hồ sơ được đánh dấu quá hạn.',
  ),
  [names.secondPerson]: dossier(
    'Cần người thứ hai xác nhận',
    { is: 'switch' },
    'Một người vừa thay ảnh, vừa đổi số điện thoại, vừa duyệt thì phải có người thứ hai xác nhận.',
  ),
  [names.passwordDays]: account(
    'Thời hạn mật khẩu',
    count('ngày', 30, 1_095, 'không bắt đổi'),
    'Mật khẩu cũ hơn thì phải đổi khi đăng nhập. Tính cho cả mật khẩu đang dùng.',
  ),
  [names.passwordReminderDays]: account(
    'Ngày nhắc đổi mật khẩu',
    { is: 'days', max: 180 },
    'Trước khi mật khẩu hết hạn từng ấy ngày thì người dân nhận tin nhắc lúc 8 giờ.',
  ),
  [names.feedbackSupervisor]: feedback(
    'Đơn vị giám sát chung',
    { is: 'central-unit' },
    'Cán bộ giám sát của đơn vị này theo dõi phản ánh của mọi lĩnh vực.',
  ),
  [names.invitationHours]: feedback(
    'Hạn trả lời lời mời phối hợp',
    count('giờ làm việc', 1, 160),
    'Quá hạn mà cơ quan được mời chưa nhận hay trả lời thì việc trở lại nơi tiếp nhận. Lời mời đã gửi giữ hạn cũ.',
  ),
  [names.feedbackReminderHours]: feedback(
    'Nhắc trước hạn',
    count('giờ làm việc', 1, 40),
    'Còn từng ấy giờ thì phản ánh thuộc nhóm sắp đến hạn và cán bộ được nhắc.',
  ),
  [names.feedbackEscalationDays]: feedback(
    'Báo đơn vị theo dõi sau khi quá hạn',
    count('ngày làm việc', 1, 30),
    'Lãnh đạo được báo ngay khi quá hạn; quá thêm từng ấy ngày thì báo đơn vị theo dõi.',
  ),
  [names.feedbackReopenDays]: feedback(
    'Thời gian mở lại',
    count('ngày', 1, 90),
    'Người dân mở lại được trong từng ấy ngày sau khi có trả lời; sau đó phản ánh tự đóng.',
  ),
  [names.feedbackFollowUpDays]: feedback(
    'Hỏi lại sau trả lời',
    count('ngày', 1, 90),
    'Sau trả lời từng ấy ngày, người dân được hỏi một lần là việc đã được giải quyết chưa.',
  ),
  [names.insurerHotline]: contact(
    'Số tổng đài',
    { is: 'phone' },
    'Hiện ở chân trang, trang hỗ trợ, trang thẻ BHYT và trong câu trả lời thường gặp.',
  ),
  [names.hotlineHours]: contact(
    'Giờ trực tổng đài',
    { is: 'duty' },
    'Trang hỗ trợ cho biết lúc này có người trực hay không.',
  ),
  [names.officeEmail]: contact(
    'Thư điện tử của cơ quan',
    { is: 'email' },
    'Hiện ở chân trang; nhận thư mà người dân gửi từ trang hỗ trợ.',
  ),
  [names.hotCaseMinutes]: workTime(
    'Hạn xử lý vướng mắc thẻ BHYT tại nơi khám',
    count('phút', 1, 1_440),
    'Cuộc gọi đường dây nóng lâu hơn thì được đánh dấu quá hạn.',
  ),
  [names.workHours]: workTime(
    'Giờ làm việc để tính hạn',
    { is: 'office-hours' },
    'Hạn theo giờ và ngày làm việc tính theo giờ này. Hạn đã tính giữ nguyên.',
  ),
  [names.rateRetirementWorker]: rate('Hưu trí, tử tuất: người lao động', 'vào quỹ hưu trí và tử tuất'),
  [names.rateRetirementEmployer]: rate('Hưu trí, tử tuất: đơn vị', 'vào quỹ hưu trí và tử tuất'),
  [names.rateSicknessEmployer]: rate('Ốm đau, thai sản: đơn vị', 'vào quỹ ốm đau và thai sản'),
  [names.rateAccidentEmployer]: rate('Tai nạn lao động, bệnh nghề nghiệp: đơn vị', 'vào quỹ TNLĐ-BNN'),
  [names.rateHealthWorker]: rate('BHYT: người lao động', 'vào quỹ BHYT'),
  [names.rateHealthEmployer]: rate('BHYT: đơn vị', 'vào quỹ BHYT'),
  [names.rateUnemploymentWorker]: rate('BHTN: người lao động', 'vào quỹ BHTN'),
  [names.rateUnemploymentEmployer]: rate('BHTN: đơn vị', 'vào quỹ BHTN'),
  [names.rateVoluntary]: ofGroup('rate')(
    'BHXH tự nguyện',
    percent('thu nhập chọn đóng', 50),
    'Phần trăm thu nhập do người tham gia chọn.',
  ),
  [names.rateHousehold]: ofGroup('rate')(
    'BHYT hộ gia đình: người thứ nhất',
    percent('lương cơ sở', 50),
    'Phần trăm lương cơ sở mà người thứ nhất trong hộ đóng mỗi tháng.',
  ),
  [names.householdPercent2]: household('người thứ hai'),
  [names.householdPercent3]: household('người thứ ba'),
  [names.householdPercent4]: household('người thứ tư'),
  [names.householdPercent5]: household('từ người thứ năm'),
  [names.baseSalary]: amount(
    'Lương cơ sở (mức tham chiếu)',
    money,
    'Căn cứ của trần đóng, BHYT hộ gia đình, mức cùng chi trả và mức hưởng.',
  ),
  [names.wageCeilingFactor]: amount(
    'Trần tiền lương đóng',
    count('lần lương cơ sở', 1, 100),
    'Tiền lương đóng cao nhất, dùng trong câu trả lời thường gặp.',
  ),
  [names.minimumWage1]: minimumWage('I'),
  [names.minimumWage2]: minimumWage('II'),
  [names.minimumWage3]: minimumWage('III'),
  [names.minimumWage4]: minimumWage('IV'),
  [names.recoveryPercent]: amount(
    'Một ngày dưỡng sức, phục hồi sức khỏe',
    percent('lương cơ sở', 100),
    'Mức hưởng mỗi ngày, dùng trong câu trả lời thường gặp.',
  ),
  [names.smallVisitPercent]: amount(
    'Lần khám chi phí thấp',
    percent('lương cơ sở', 100),
    'Chi phí một lần khám thấp hơn mức này thì BHYT trả hết.',
  ),
  [names.copaymentFactor]: amount(
    'Giới hạn cùng chi trả trong năm',
    count('lần lương cơ sở', 1, 100),
    'Đủ 5 năm liên tục và đã cùng chi trả quá mức này thì BHYT trả hết phần còn lại của năm.',
  ),
  [names.pensionYears]: amount(
    'Số năm đóng tối thiểu để hưởng lương hưu',
    count('năm', 1, 40),
    'Quá trình tham gia cho biết còn thiếu bao lâu.',
  ),
  [names.messageDays]: retention(
    'Tin nhắn và thư đã gửi',
    count('ngày', 30, 3_650),
    'Tính từ khi lập tin, cùng nội dung của tin.',
  ),
  [names.auditDays]: retention(
    'Nhật ký thao tác',
    count('ngày', 92, 36_500),
    'Bằng chứng ai đã làm gì, xem gì; ít nhất ba tháng.',
  ),
  [names.importFileDays]: retention(
    'Tệp đã gửi để nạp',
    count('ngày', 1, 30),
    'Cùng các dòng bị từ chối, tính từ khi lượt nạp kết thúc.',
  ),
  [names.feedbackKeepDays]: retention(
    'Phản ánh đã đóng',
    count('ngày', 365, 36_500),
    'Cùng tệp và diễn biến, tính từ khi trả lời.',
  ),
};
