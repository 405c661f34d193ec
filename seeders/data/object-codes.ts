/** Code, name, payer group (1 worker and employer, 2 fund, 3 budget, 4 budget in part, 5 household, 6 employer). */
type Code = readonly [code: string, name: string, payerGroup: number];

/** Object codes by the benefit level that the law gives them now. */
const byLevel: Readonly<Record<string, readonly Code[]>> = {
  '1': [
    ['CC', 'Người có công (hoạt động cách mạng trước 1945, Bà mẹ Việt Nam anh hùng, thương binh, bệnh binh từ 81%)', 3],
    ['TE', 'Trẻ em dưới 6 tuổi', 3],
  ],
  '2': [
    ['CK', 'Người có công khác', 3],
    ['CB', 'Cựu chiến binh', 3],
    ['KC', 'Người trực tiếp tham gia kháng chiến, bảo vệ Tổ quốc, thanh niên xung phong, dân công', 3],
    ['HN', 'Người thuộc hộ nghèo', 3],
    ['DT', 'Người dân tộc thiểu số sống ở vùng kinh tế - xã hội khó khăn', 3],
    ['DK', 'Người sống ở vùng kinh tế - xã hội đặc biệt khó khăn', 3],
    ['XD', 'Người sống ở xã đảo, huyện đảo', 3],
    ['BT', 'Người hưởng trợ cấp bảo trợ xã hội hằng tháng', 3],
    ['TS', 'Thân nhân liệt sĩ', 3],
    ['AK', 'Người dân xã an toàn khu', 3],
    ['CT', 'Người từ đủ 80 tuổi hưởng trợ cấp tuất hằng tháng', 2],
  ],
  '3': [
    ['HT', 'Người hưởng lương hưu, trợ cấp mất sức lao động hằng tháng', 2],
    ['TC', 'Thân nhân người có công khác', 3],
    ['PV', 'Người phục vụ người có công', 3],
  ],
  '4': [
    ['DN', 'Người lao động trong doanh nghiệp', 1],
    ['HX', 'Người lao động trong hợp tác xã, liên hiệp hợp tác xã', 1],
    ['CH', 'Người lao động trong cơ quan nhà nước, đơn vị sự nghiệp, tổ chức chính trị - xã hội', 1],
    ['NN', 'Người lao động trong cơ quan, tổ chức nước ngoài, quốc tế tại Việt Nam', 1],
    ['TK', 'Người lao động trong tổ chức khác có sử dụng lao động', 1],
    ['HC', 'Cán bộ, công chức, viên chức', 1],
    ['XK', 'Người hoạt động không chuyên trách ở xã, phường', 1],
    ['TB', 'Người hưởng trợ cấp hằng tháng do tai nạn lao động, bệnh nghề nghiệp', 2],
    ['NO', 'Người lao động nghỉ hưởng ốm đau do bệnh cần chữa trị dài ngày', 2],
    ['XB', 'Cán bộ xã đã nghỉ việc hưởng trợ cấp BHXH hằng tháng', 2],
    ['TN', 'Người đang hưởng trợ cấp thất nghiệp', 2],
    ['CS', 'Công nhân cao su nghỉ việc hưởng trợ cấp', 2],
    ['XN', 'Cán bộ xã đã nghỉ việc hưởng trợ cấp từ ngân sách', 3],
    ['MS', 'Người đã thôi hưởng trợ cấp mất sức lao động, hưởng trợ cấp từ ngân sách', 3],
    ['HD', 'Đại biểu Quốc hội, đại biểu Hội đồng nhân dân đương nhiệm', 3],
    ['TQ', 'Thân nhân của quân nhân', 3],
    ['TA', 'Thân nhân của công an', 3],
    ['TY', 'Thân nhân của người làm công tác cơ yếu', 3],
    ['HG', 'Người đã hiến bộ phận cơ thể', 3],
    ['LS', 'Lưu học sinh nước ngoài được Việt Nam cấp học bổng', 3],
    ['HS', 'Học sinh', 4],
    ['SV', 'Sinh viên', 4],
    ['GB', 'Người thuộc hộ nông, lâm, ngư, diêm nghiệp có mức sống trung bình', 4],
    ['GD', 'Người tham gia theo hộ gia đình', 5],
    ['TV', 'Thân nhân của công nhân viên chức quốc phòng', 6],
  ],
  '5': [
    ['QN', 'Quân nhân', 3],
    ['CA', 'Công an', 3],
    ['CY', 'Người làm công tác cơ yếu', 3],
  ],
};

/** Codes whose meaning or level is not certain: the printed level counts until somebody corrects the row. */
const uncertain: readonly Code[] = [
  ['ND', 'Nghệ nhân (nghĩa của mã cần đối chiếu)', 4],
  ['DS', 'Người dân tộc thiểu số ở xã ra khỏi danh sách khó khăn (nghĩa của mã cần đối chiếu)', 4],
  ['TG', 'Nhóm được hỗ trợ khác (nghĩa của mã cần đối chiếu)', 4],
  ['HK', 'Nhóm được hỗ trợ khác (nghĩa của mã cần đối chiếu)', 4],
  ['TD', 'Thân nhân của công nhân công an (nghĩa của mã cần đối chiếu)', 6],
  ['TU', 'Thân nhân của người làm công tác khác trong cơ yếu (nghĩa của mã cần đối chiếu)', 6],
  ['TH', 'Mã TH (nghĩa của mã cần đối chiếu)', 6],
  ['BA', 'Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở (nghĩa của mã cần đối chiếu)', 3],
];

export interface ObjectCodeSeed {
  readonly code: string;
  readonly name: string;
  readonly payerGroup: number;
  readonly level: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const BEGIN = '2015-01-01';
const open = ([code, name, payerGroup]: Code, level: string | null): ObjectCodeSeed => ({
  code,
  name,
  payerGroup,
  level,
  validFrom: BEGIN,
  validTo: null,
});

/** Level 2 since 1 January 2026, whatever the card says. */
const SHIFT = { before: '2025-12-31', from: '2026-01-01' };
const shifted = ([code, name, payerGroup]: Code, from: string, former: string): ObjectCodeSeed[] => [
  { code, name, payerGroup, level: former, validFrom: from, validTo: SHIFT.before },
  { code, name, payerGroup, level: '2', validFrom: SHIFT.from, validTo: null },
];

export const objectCodes: readonly ObjectCodeSeed[] = [
  ...Object.entries(byLevel).flatMap(([level, codes]) => codes.map((code) => open(code, level))),
  ...uncertain.map((code) => open(code, null)),
  ...shifted(['CN', 'Người thuộc hộ cận nghèo', 4], BEGIN, '3'),
  ...shifted(['LH', 'Người từ đủ 75 tuổi hưởng trợ cấp hưu trí xã hội', 3], '2025-07-01', '4'),
];
