import { HI_LAW, SI_LAW, type FaqGroup } from './entry.js';

/** Who pays what: compulsory and voluntary social insurance. */
export const socialFaq: FaqGroup = {
  code: 'bhxh',
  entries: [
    {
      code: 'muc-dong-bhxh-bat-buoc',
      question: 'Người lao động đóng BHXH bắt buộc bao nhiêu phần trăm?',
      asks: ['Lương 10 triệu đóng BHXH bao nhiêu', 'Tính tiền bảo hiểm phải đóng mỗi tháng', 'Tỷ lệ đóng bảo hiểm trừ vào lương', 'Mức đóng BHXH BHYT BHTN của người lao động', 'Lương bị trừ bao nhiêu tiền bảo hiểm', 'Công ty đóng bao nhiêu phần trăm'],
      answer: `Hiện nay người lao động đóng {rate_retirement_worker} % vào quỹ hưu trí, tử tuất, {rate_health_worker} % BHYT và {rate_unemployment_worker} % BHTN, cộng 10,5 % tiền lương đóng bảo hiểm. Đơn vị đóng {rate_retirement_employer} % hưu trí, tử tuất, {rate_sickness_employer} % ốm đau, thai sản, {rate_accident_employer} % tai nạn lao động, bệnh nghề nghiệp, {rate_health_employer} % BHYT và {rate_unemployment_employer} % BHTN, cộng 21,5 %.
Ví dụ lương đóng 10.000.000 đ: bạn đóng 1.050.000 đ, đơn vị đóng 2.150.000 đ.`,
      source: `${SI_LAW}; các nghị định về mức đóng, năm 2026`,
    },
    {
      code: 'luong-dong-toi-da',
      question: 'Tiền lương đóng BHXH cao nhất là bao nhiêu?',
      asks: ['Trần đóng bảo hiểm xã hội', 'Mức lương tối đa tính đóng BHXH', 'Mức tham chiếu hiện nay là bao nhiêu', 'Lương cơ sở'],
      answer: `Tiền lương làm căn cứ đóng BHXH, BHYT cao nhất bằng {wage_ceiling_factor} lần mức tham chiếu (lương cơ sở). Mức này hiện là {base_salary}, nên trần là {wage_ceiling}. Trần đóng BHTN tính bằng 20 lần lương tối thiểu vùng.`,
      source: SI_LAW,
    },
    {
      code: 'bhxh-tu-nguyen-muc-dong',
      question: 'BHXH tự nguyện đóng bao nhiêu tiền một tháng?',
      asks: ['Buôn bán tự do muốn tham gia BHXH', 'Nội trợ đóng bảo hiểm', 'Mức đóng bảo hiểm xã hội tự nguyện', 'Tự đóng bảo hiểm mất bao nhiêu', 'Người làm tự do đóng BHXH thế nào'],
      answer: `Bạn đóng {rate_voluntary} % mức thu nhập tự chọn. Thu nhập chọn thấp nhất bằng chuẩn hộ nghèo khu vực nông thôn (1.500.000 đ), cao nhất bằng 20 lần mức tham chiếu. Nếu chọn mức thấp nhất: 330.000 đ mỗi tháng, trước khi trừ phần Nhà nước hỗ trợ.`,
      source: SI_LAW,
      link: ['/tra-cuu/diem-thu', 'Tìm điểm thu, đại lý thu'],
    },
    {
      code: 'bhxh-tu-nguyen-ho-tro',
      question: 'Nhà nước hỗ trợ bao nhiêu khi đóng BHXH tự nguyện?',
      asks: ['Hộ nghèo đóng BHXH tự nguyện được hỗ trợ', 'Mức hỗ trợ đóng bảo hiểm tự nguyện'],
      answer: `Nhà nước hỗ trợ trên mức đóng của thu nhập thấp nhất: 50 % cho người thuộc hộ nghèo, 40 % cho hộ cận nghèo, 30 % cho người dân tộc thiểu số, 20 % cho các trường hợp khác; thời gian hỗ trợ nhiều nhất 10 năm. Địa phương có thể hỗ trợ thêm, hãy hỏi điểm thu gần nhất.`,
      source: SI_LAW,
    },
    {
      code: 'bhxh-tu-nguyen-cach-dong',
      question: 'BHXH tự nguyện đóng theo tháng hay theo năm?',
      asks: ['Đóng BHXH tự nguyện 6 tháng một lần', 'Phương thức đóng bảo hiểm tự nguyện', 'Đóng một lần cho nhiều tháng'],
      answer: `Bạn chọn đóng hằng tháng, 3 tháng, 6 tháng hoặc 12 tháng một lần, tại cơ quan BHXH hoặc điểm thu. Đến hạn mà chưa đóng thì thời gian bị ngắt; hãy hỏi điểm thu về việc đóng bù.`,
      source: SI_LAW,
      link: ['/tra-cuu/diem-thu', 'Tìm điểm thu, đại lý thu'],
    },
    {
      code: 'nghi-viec-dong-tiep',
      question: 'Nghỉ việc rồi tôi đóng tiếp BHXH bằng cách nào?',
      asks: ['Chuyển từ bắt buộc sang tự nguyện', 'Hết làm công ty muốn tự đóng tiếp', 'Bảo lưu thời gian đóng BHXH'],
      answer: `Thời gian đã đóng được giữ nguyên theo mã số của bạn. Bạn có thể tham gia BHXH tự nguyện để cộng tiếp, hoặc khi có việc mới thì đơn vị đóng tiếp bằng chính mã số đó. Chỉ khi đã nhận BHXH một lần thì thời gian đã nhận không còn được tính.`,
      source: SI_LAW,
    },
    {
      code: 'doi-cong-ty-co-doi-so',
      question: 'Đổi công ty có phải đổi mã số, đổi sổ BHXH không?',
      asks: ['Chuyển chỗ làm thì sổ bảo hiểm thế nào', 'Chốt sổ BHXH khi nghỉ việc', 'Công ty mới cần gì về bảo hiểm'],
      answer: `Không. Mỗi người chỉ có một mã số BHXH suốt đời, dùng cho mọi đơn vị và mọi loại bảo hiểm. Khi vào nơi mới bạn báo mã số (hoặc số căn cước). Đơn vị cũ có trách nhiệm báo giảm và xác nhận thời gian đóng.`,
      source: SI_LAW,
    },
    {
      code: 'dong-bhxh-duoc-gi',
      question: 'Đóng BHXH bắt buộc được hưởng những chế độ nào?',
      asks: ['Quyền lợi khi tham gia bảo hiểm xã hội', 'Lợi ích của BHXH', 'BHXH gồm những chế độ gì'],
      answer: `Người lao động đóng bắt buộc có các chế độ ốm đau, thai sản (và dưỡng sức phục hồi sức khỏe), hưu trí, tử tuất; cùng với đó là bảo hiểm tai nạn lao động, bệnh nghề nghiệp, bảo hiểm thất nghiệp và BHYT. Mỗi chế độ có điều kiện riêng; mục Câu hỏi thường gặp giải thích từng chế độ.`,
      source: SI_LAW,
    },
  ],
};

/** Health insurance. */
export const healthFaq: FaqGroup = {
  code: 'bhyt',
  entries: [
    {
      code: 'nam-nam-lien-tuc',
      question: 'BHYT 5 năm liên tục là gì, có lợi gì?',
      asks: ['Quyền lợi khi đủ 5 năm liên tục', 'Thời điểm đủ 05 năm trên thẻ BHYT', 'Tham gia BHYT 5 năm được miễn cùng chi trả', 'Khi nào bảo hiểm y tế chi trả 100%'],
      answer: `Khi bạn đã tham gia BHYT đủ 5 năm liên tục và số tiền cùng chi trả trong năm lớn hơn {copayment_factor} lần mức tham chiếu (hiện là {copayment_cap}), phần chi phí trong phạm vi sau đó được quỹ trả 100 %, không phải cùng chi trả. Ngày đủ 5 năm ghi ở Thẻ BHYT.`,
      source: HI_LAW,
      link: ['/ca-nhan/the-bhyt', 'Thẻ BHYT'],
    },
    {
      code: 'gian-doan-bhyt',
      question: 'Đứt quãng đóng BHYT có bị mất 5 năm liên tục không?',
      asks: ['Nghỉ đóng BHYT mấy tháng thì mất liên tục', 'Gián đoạn bảo hiểm y tế', 'Ngừng BHYT 2 tháng có sao không'],
      answer: `Gián đoạn cộng lại không quá 3 tháng thì vẫn tính là liên tục. Quá 3 tháng thì thời gian 5 năm tính lại từ đầu. Nếu thấy ngày trên thẻ chưa đúng, hãy mang giấy tờ đến cơ quan BHXH.`,
      source: HI_LAW,
    },
    {
      code: 'bhyt-ho-gia-dinh-bao-nhieu',
      question: 'BHYT hộ gia đình đóng bao nhiêu tiền?',
      asks: ['Mua BHYT hộ gia đình cho mấy người', 'Mua bảo hiểm y tế tự nguyện giá bao nhiêu', 'Mức đóng BHYT hộ gia đình', 'Giảm tiền BHYT khi cả nhà tham gia', 'Bảo hiểm y tế một năm hết bao nhiêu tiền'],
      answer: `Người thứ nhất đóng {rate_household} % mức tham chiếu, hiện là {household_1} một tháng. Người thứ hai, thứ ba, thứ tư đóng bằng {household_percent_2} %, {household_percent_3} %, {household_percent_4} % của người thứ nhất; từ người thứ năm bằng {household_percent_5} %: {household_2}, {household_3}, {household_4} và {household_5} một tháng.`,
      source: HI_LAW,
      link: ['/tra-cuu/diem-thu', 'Tìm điểm thu, đại lý thu'],
    },
    {
      code: 'muc-huong-bhyt',
      question: 'Mức hưởng BHYT 80 %, 95 %, 100 % khác nhau thế nào?',
      asks: ['Thẻ BHYT mức 4 được trả bao nhiêu', 'Bảo hiểm y tế chi trả bao nhiêu phần trăm', 'Mức hưởng trên thẻ'],
      answer: `Trong phạm vi được hưởng và đúng quy định về nơi khám: mức 4 được trả 80 %, mức 3 được 95 %, mức 1, 2 và 5 được 100 % (mức 1 và 5 rộng hơn về phạm vi). Phần còn lại bạn cùng chi trả. Người lao động, học sinh, hộ gia đình thường ở mức 4; người hưởng lương hưu mức 3; trẻ dưới 6 tuổi mức 1. Từ 01/01/2026 hộ cận nghèo lên mức 2.`,
      source: HI_LAW,
    },
    {
      code: 'chi-phi-thap-tra-du',
      question: 'Khi nào khám BHYT không phải trả tiền cùng chi trả?',
      asks: ['Khám ở trạm y tế có mất tiền không', 'Chi phí khám thấp được miễn', 'Khám bảo hiểm dưới 15 phần trăm lương cơ sở'],
      answer: `Quỹ BHYT trả 100 % chi phí trong phạm vi khi: chi phí một lần khám thấp hơn {small_visit_percent} % mức tham chiếu (hiện là {small_visit}), khám tại trạm y tế xã, hoặc bạn đã đủ 5 năm liên tục và cùng chi trả trong năm vượt {copayment_factor} lần mức tham chiếu.`,
      source: HI_LAW,
    },
    {
      code: 'kham-trai-tuyen',
      question: 'Khám trái tuyến BHYT được trả thế nào?',
      asks: ['Khám ở tỉnh khác có được hưởng BHYT không', 'Đi khám bệnh viện tuyến trên', 'Khám vượt tuyến', 'Đi khám khác nơi đăng ký ban đầu', 'Không có giấy chuyển viện có được bảo hiểm trả không', 'Thông tuyến'],
      answer: `Từ 01/01/2025 các cơ sở xếp theo ba cấp: ban đầu, cơ bản, chuyên sâu, thay cho tuyến xã, huyện, tỉnh, trung ương. Mức trả khi không theo đúng nơi đăng ký tùy cấp của cơ sở, loại khám và bệnh, nên cổng không hứa một con số. Mục Thông tin quyền lợi trên thẻ của bạn ghi quy định đang áp dụng; hãy hỏi bệnh viện hoặc {insurer_hotline} trước khi đi. Cấp cứu thì vào nơi gần nhất.`,
      source: HI_LAW,
    },
    {
      code: 'the-bhyt-tre-em',
      question: 'Trẻ em dưới 6 tuổi có thẻ BHYT không, ai đóng?',
      asks: ['Làm thẻ bảo hiểm y tế cho trẻ sơ sinh', 'Thẻ BHYT cho con mới sinh', 'Trẻ em khám bệnh có mất tiền không'],
      answer: `Có. Trẻ dưới 6 tuổi thuộc nhóm ngân sách nhà nước đóng (mã TE), mức hưởng 1. Khi chưa nhận được thẻ, hãy hỏi nơi đăng ký khai sinh hoặc cơ quan BHXH. Cha mẹ đăng ký giám hộ để xem thẻ của con trong tài khoản của mình.`,
      source: HI_LAW,
    },
    {
      code: 'bhyt-hoc-sinh-sinh-vien',
      question: 'Học sinh, sinh viên tham gia BHYT thế nào?',
      asks: ['Đóng bảo hiểm y tế ở trường', 'Sinh viên mua BHYT ở đâu', 'BHYT học sinh'],
      answer: `Học sinh, sinh viên thuộc nhóm được ngân sách hỗ trợ một phần (mã HS, SV), thường đóng qua nhà trường, mức hưởng 4. Em đã có thẻ nhóm khác (ví dụ hộ nghèo, thân nhân quân nhân) thì dùng thẻ đó, báo nhà trường để không đóng trùng.`,
      source: HI_LAW,
    },
    {
      code: 'bhyt-nguoi-cao-tuoi',
      question: 'Người từ 75 tuổi hưởng trợ cấp hưu trí xã hội có thẻ BHYT không?',
      asks: ['Người già không có lương hưu có bảo hiểm y tế không', 'Trợ cấp hưu trí xã hội', 'BHYT cho người cao tuổi'],
      answer: `Có. Người từ đủ 75 tuổi hưởng trợ cấp hưu trí xã hội được ngân sách nhà nước đóng BHYT (mã LH, từ 07/2025); từ 01/01/2026 hưởng mức 2. Việc xét trợ cấp do Ủy ban nhân dân xã, phường thực hiện.`,
      source: `${HI_LAW}; ${SI_LAW}`,
    },
  ],
};
