import { GUIDE, SI_LAW, type FaqGroup } from './entry.js';

/** Sickness, maternity, accidents at work. */
export const shortTermFaq: FaqGroup = {
  code: 'om-dau-thai-san',
  entries: [
    {
      code: 'tien-om-dau',
      question: 'Nghỉ ốm được hưởng bao nhiêu tiền một ngày?',
      asks: ['Cách tính tiền chế độ ốm đau', 'Nghỉ bệnh được bảo hiểm trả bao nhiêu', 'Mức hưởng ốm đau'],
      answer: `Thông thường một ngày nghỉ ốm hưởng 75 % tiền lương đóng BHXH chia cho 24. Ví dụ lương đóng 7.200.000 đ thì mỗi ngày 225.000 đ. Số ngày tối đa và trường hợp bệnh dài ngày tùy thời gian đóng và điều kiện làm việc.`,
      source: SI_LAW,
    },
    {
      code: 'ho-so-om-dau',
      question: 'Hưởng chế độ ốm đau cần giấy tờ gì, nộp ở đâu?',
      asks: ['Hồ sơ nghỉ ốm gồm gì', 'Nghỉ ốm nộp giấy cho ai', 'Giấy ra viện có được thanh toán ốm đau không'],
      answer: `Bạn cần giấy chứng nhận nghỉ việc hưởng BHXH (khám ngoại trú) hoặc giấy ra viện (nằm viện), nộp cho nơi làm việc để đơn vị làm thủ tục với cơ quan BHXH. Giấy chỉ có giá trị khi do cơ sở đủ điều kiện cấp.`,
      source: SI_LAW,
      link: ['/tra-cuu/cskcb-giay-nghi-viec', 'Tra cứu cơ sở cấp giấy'],
    },
    {
      code: 'tien-thai-san',
      question: 'Chế độ thai sản được hưởng bao nhiêu tiền?',
      asks: ['Thai sản được mấy tháng lương', 'Cách tính tiền thai sản', 'Sinh con được bảo hiểm trả bao nhiêu', 'Nghỉ đẻ hưởng bao nhiêu phần trăm lương'],
      answer: `Mức hưởng mỗi tháng nghỉ thai sản bằng 100 % bình quân tiền lương đóng BHXH của 6 tháng liền trước khi nghỉ, nhân với số tháng nghỉ theo luật. Điều kiện về số tháng đã đóng, số tháng nghỉ và khoản trợ cấp một lần khi sinh tùy trường hợp: hãy hỏi đơn vị hoặc cơ quan BHXH để được tính đúng.`,
      source: SI_LAW,
    },
    {
      code: 'ho-so-thai-san',
      question: 'Làm hồ sơ hưởng thai sản ở đâu, cần giấy gì?',
      asks: ['Hồ sơ, thủ tục hưởng thai sản', 'Hồ sơ thai sản cần những giấy tờ nào', 'Giấy chứng sinh nộp cho ai', 'Nghỉ việc trước khi sinh nộp hồ sơ thai sản ở đâu'],
      answer: `Người đang làm việc nộp giấy tờ (như giấy chứng sinh hoặc khai sinh của con, giấy ra viện) cho nơi làm việc. Người đã nghỉ việc nộp trực tiếp tại cơ quan BHXH nơi cư trú. Kết quả xem ở Thông tin hưởng, thẻ Ốm đau, thai sản.`,
      source: SI_LAW,
      link: ['/ca-nhan/thong-tin-huong', 'Thông tin hưởng'],
    },
    {
      code: 'chong-nghi-khi-vo-sinh',
      question: 'Chồng có được nghỉ hưởng BHXH khi vợ sinh con không?',
      asks: ['Chế độ thai sản cho nam', 'Vợ đẻ chồng được nghỉ mấy ngày', 'Lao động nam thai sản'],
      answer: `Lao động nam đang đóng BHXH có chế độ thai sản khi vợ sinh con. Số ngày tùy cách sinh và số con, có thời hạn phải nghỉ kể từ ngày sinh. Hãy báo đơn vị sớm và nộp giấy chứng sinh hoặc khai sinh của con.`,
      source: SI_LAW,
    },
    {
      code: 'duong-suc',
      question: 'Dưỡng sức, phục hồi sức khỏe sau ốm đau, thai sản được bao nhiêu?',
      asks: ['Tiền dưỡng sức một ngày', 'Nghỉ dưỡng sức sau sinh', 'Chế độ phục hồi sức khỏe'],
      answer: `Mỗi ngày nghỉ dưỡng sức hưởng {recovery_percent} % mức tham chiếu, hiện là {recovery_day}. Số ngày được nghỉ tùy lý do ốm đau hay thai sản và do đơn vị thống nhất với bạn trong giới hạn của luật.`,
      source: SI_LAW,
    },
    {
      code: 'tai-nan-lao-dong',
      question: 'Bị tai nạn lao động, bệnh nghề nghiệp thì được hưởng gì?',
      asks: ['Bị tai nạn khi đang làm', 'Chế độ tai nạn lao động', 'Tai nạn trên đường đi làm', 'Bệnh nghề nghiệp trợ cấp', 'Quỹ tai nạn lao động ai đóng'],
      answer: `Đơn vị đóng {rate_accident_employer} % vào quỹ tai nạn lao động, bệnh nghề nghiệp, người lao động không phải đóng. Khi bị nạn, hãy báo ngay đơn vị để lập biên bản, điều trị và giám định mức suy giảm khả năng lao động; từ đó xét trợ cấp một lần hoặc hằng tháng. Người hưởng trợ cấp hằng tháng được quỹ đóng BHYT (mã TB).`,
      source: `${SI_LAW}; Luật An toàn, vệ sinh lao động`,
    },
  ],
};

/** Pension, lump sum, survivors. */
export const pensionFaq: FaqGroup = {
  code: 'huu-tri',
  entries: [
    {
      code: 'dong-bao-nhieu-nam-co-luong-huu',
      question: 'Đóng BHXH bao nhiêu năm thì được lương hưu?',
      asks: ['Đóng 20 năm có được hưởng lương hưu không', 'Điều kiện hưởng lương hưu', 'Đóng 15 năm có được nghỉ hưu không', 'Số năm đóng tối thiểu để có lương hưu'],
      answer: `Từ 01/07/2025 cần ít nhất {pension_years} năm đóng BHXH và đủ tuổi nghỉ hưu. Bạn xem tổng thời gian đã đóng và còn thiếu bao lâu ở Quá trình tham gia.`,
      source: SI_LAW,
      link: ['/ca-nhan/qua-trinh-tham-gia', 'Quá trình tham gia'],
    },
    {
      code: 'tuoi-nghi-huu',
      question: 'Bao nhiêu tuổi thì được nghỉ hưu?',
      asks: ['Bao giờ tôi được nghỉ hưu', '55 tuổi nghỉ hưu được chưa', 'Tuổi về hưu của nam và nữ', 'Tuổi nghỉ hưu năm 2026', 'Năm nay nữ mấy tuổi nghỉ hưu'],
      answer: `Năm 2026, trong điều kiện bình thường: nam đủ 61 tuổi 6 tháng, nữ đủ 57 tuổi. Mỗi năm tăng thêm 3 tháng với nam đến đủ 62 tuổi vào năm 2028 và 4 tháng với nữ đến đủ 60 tuổi vào năm 2035. Công việc nặng nhọc, độc hại hoặc suy giảm khả năng lao động có quy định riêng.`,
      source: 'Bộ luật Lao động 2019 và nghị định về tuổi nghỉ hưu',
    },
    {
      code: 'thieu-nam-dong-huu',
      question: 'Đủ tuổi nghỉ hưu nhưng thiếu năm đóng thì làm thế nào?',
      asks: ['Đóng bù cho đủ năm hưởng lương hưu', 'Còn thiếu mấy năm BHXH', 'Đóng tiếp tự nguyện để có lương hưu'],
      answer: `Bạn có thể đóng tiếp BHXH tự nguyện cho đến khi đủ {pension_years} năm. Cách đóng cho thời gian còn thiếu tùy số năm thiếu: hãy đến cơ quan BHXH để được tính và so sánh trước khi chọn nhận một lần.`,
      source: SI_LAW,
    },
    {
      code: 'ho-so-huong-luong-huu',
      question: 'Làm hồ sơ hưởng lương hưu ở đâu?',
      asks: ['Thủ tục nghỉ hưu', 'Nộp hồ sơ hưu trí', 'Sắp về hưu cần làm gì'],
      answer: `Người đang làm việc: đơn vị lập hồ sơ với cơ quan BHXH. Người đã nghỉ việc hoặc đóng tự nguyện: nộp tại cơ quan BHXH. Trước đó, hãy kiểm tra quá trình tham gia và báo ngay nếu thấy thiếu, để không chậm lương hưu.`,
      source: SI_LAW,
      link: ['/ca-nhan/qua-trinh-tham-gia', 'Quá trình tham gia'],
    },
    {
      code: 'bhxh-mot-lan',
      question: 'Điều kiện và cách tính BHXH một lần?',
      asks: ['Rút bảo hiểm xã hội một lần', 'Rút BHXH được bao nhiêu tiền', 'Lấy tiền bảo hiểm một cục', 'Rút sổ bảo hiểm'],
      answer: `Mỗi năm đóng trước 2014 tính 1,5 tháng, từ 2014 trở đi tính 2 tháng mức bình quân tiền lương đóng; tháng lẻ từ 1 đến 6 tính nửa năm, từ 7 đến 11 tính một năm. Điều kiện được nhận tùy thời điểm bắt đầu tham gia và hoàn cảnh của bạn.
Nhận một lần thì thời gian đó không còn tính hưởng lương hưu. Hãy hỏi cơ quan BHXH để so sánh trước khi quyết định.`,
      source: SI_LAW,
    },
    {
      code: 'ho-so-mot-lan',
      question: 'Nộp hồ sơ nhận BHXH một lần ở đâu?',
      asks: ['Rút BHXH một lần ở đâu', 'Thủ tục rút bảo hiểm một lần', 'Rút BHXH ở tỉnh khác được không', 'Rút bảo hiểm cần giấy tờ gì'],
      answer: `Bạn nộp tại cơ quan BHXH thuận tiện cho mình, mang căn cước, sổ BHXH nếu có và thông tin tài khoản ngân hàng. Quyết định và số tiền xem ở Thông tin hưởng, thẻ BHXH một lần.`,
      source: SI_LAW,
      link: ['/tra-cuu/co-quan-bhxh', 'Tìm cơ quan BHXH'],
    },
    {
      code: 'da-rut-mot-lan-co-con-thay',
      question: 'Đã nhận BHXH một lần thì thời gian cũ có còn hiện không?',
      asks: ['Rút rồi sao quá trình bị gạch', 'Thời gian đã hưởng một lần'],
      answer: `Vẫn hiện để bạn đối chiếu, nhưng được gạch và ghi "đã hưởng một lần", không tính vào tổng thời gian. Thời gian đóng BHTN tính riêng, không mất theo.`,
      source: GUIDE,
    },
    {
      code: 'tu-tuat',
      question: 'Chế độ tử tuất, mai táng khi người tham gia BHXH qua đời?',
      asks: ['Hưởng tiền tử tuất', 'Người đóng bảo hiểm chết thì gia đình được gì', 'Người nhà mất có được tiền bảo hiểm không', 'Trợ cấp mai táng', 'Tiền tuất hằng tháng cho con nhỏ', 'Bố mất đang đóng bảo hiểm'],
      answer: `Xin chia buồn cùng gia đình. Thân nhân có thể được trợ cấp mai táng và trợ cấp tuất (hằng tháng hoặc một lần), tùy thời gian đóng và hoàn cảnh từng thân nhân. Hãy mang giấy chứng tử, sổ hoặc mã số BHXH của người mất và căn cước của người làm thủ tục đến cơ quan BHXH bất kỳ; cán bộ sẽ tính và hướng dẫn từng bước. Thân nhân từ đủ 80 tuổi hưởng tuất hằng tháng được quỹ đóng BHYT.`,
      source: SI_LAW,
      link: ['/tra-cuu/co-quan-bhxh', 'Tìm cơ quan BHXH'],
    },
    {
      code: 'luong-huu-bao-gio-co',
      question: 'Lương hưu trả ngày nào, xem phiếu điều chỉnh ở đâu?',
      asks: ['Mấy giờ phát lương hưu', 'Lịch chi trả lương hưu', 'Lương hưu được tăng khi nào', 'Phiếu điều chỉnh lương hưu'],
      answer: `Lịch chi trả do cơ quan BHXH và đơn vị chi trả ở từng nơi thông báo. Ở Thông tin hưởng, thẻ BHXH hàng tháng, bạn xem mức đang hưởng, nơi nhận, các kỳ đã trả và phiếu điều chỉnh mỗi khi Nhà nước điều chỉnh.`,
      source: GUIDE,
      link: ['/ca-nhan/thong-tin-huong', 'Thông tin hưởng'],
    },
  ],
};

/** Unemployment. */
export const unemploymentFaq: FaqGroup = {
  code: 'bhtn',
  entries: [
    {
      code: 'dieu-kien-that-nghiep',
      question: 'Điều kiện hưởng trợ cấp thất nghiệp là gì?',
      asks: ['Đóng mấy tháng thì được hưởng thất nghiệp', 'Nghỉ việc có được tiền thất nghiệp không', 'Điều kiện nhận bảo hiểm thất nghiệp'],
      answer: `Bạn cần đã đóng BHTN từ đủ 12 tháng trong 24 tháng trước khi nghỉ việc (theo hợp đồng thông thường) và nộp hồ sơ trong 3 tháng kể từ ngày chấm dứt hợp đồng. Thời gian đã đóng xem ở Quá trình tham gia, thẻ BHTN.`,
      source: 'Luật Việc làm',
      link: ['/ca-nhan/qua-trinh-tham-gia', 'Quá trình tham gia'],
    },
    {
      code: 'muc-huong-that-nghiep',
      question: 'Trợ cấp thất nghiệp mỗi tháng được bao nhiêu?',
      asks: ['Mức trợ cấp thất nghiệp tối đa', 'Cách tính tiền thất nghiệp', 'Bảo hiểm thất nghiệp hưởng bao nhiêu phần trăm lương'],
      answer: `Mỗi tháng bằng 60 % bình quân tiền lương đóng BHTN của 6 tháng liền trước khi nghỉ việc, không quá 5 lần mức lương cơ sở hoặc lương tối thiểu vùng, tùy chế độ lương của bạn. Lương tối thiểu tháng hiện nay: vùng I {minimum_wage_1}, vùng II {minimum_wage_2}, vùng III {minimum_wage_3}, vùng IV {minimum_wage_4}.`,
      source: 'Luật Việc làm',
    },
    {
      code: 'thoi-gian-that-nghiep',
      question: 'Được hưởng trợ cấp thất nghiệp mấy tháng?',
      asks: ['Lãnh thất nghiệp được bao nhiêu tháng', 'Thời gian hưởng thất nghiệp', 'Đóng 3 năm được lãnh mấy tháng thất nghiệp', 'Tối đa 12 tháng thất nghiệp'],
      answer: `Đóng từ đủ 12 đến 36 tháng hưởng 3 tháng; sau đó cứ thêm 12 tháng đóng được thêm 1 tháng, nhiều nhất 12 tháng.`,
      source: 'Luật Việc làm',
    },
    {
      code: 'nop-ho-so-that-nghiep',
      question: 'Nộp hồ sơ hưởng trợ cấp thất nghiệp ở đâu?',
      asks: ['Làm hồ sơ thất nghiệp', 'Làm bảo hiểm thất nghiệp ở đâu', 'Đăng ký thất nghiệp ở cơ quan nào', 'Trung tâm dịch vụ việc làm', 'Thủ tục bảo hiểm thất nghiệp'],
      answer: `Hồ sơ nộp tại trung tâm dịch vụ việc làm nơi bạn muốn nhận trợ cấp, trong 3 tháng kể từ ngày chấm dứt hợp đồng. Cơ quan BHXH chi trả theo quyết định; quyết định và số tháng hưởng xem ở Thông tin hưởng, thẻ BHTN.`,
      source: 'Luật Việc làm',
      link: ['/ca-nhan/thong-tin-huong', 'Thông tin hưởng'],
    },
    {
      code: 'chua-huong-that-nghiep-co-bao-luu',
      question: 'Không nhận trợ cấp thất nghiệp thì thời gian đóng có được bảo lưu không?',
      asks: ['Bảo lưu bảo hiểm thất nghiệp', 'Có việc mới ngay thì BHTN tính sao', 'Thời gian BHTN lẻ'],
      answer: `Thời gian đóng BHTN chưa hưởng được bảo lưu để cộng vào lần sau. Trạng thái bảo lưu ghi ở Thông tin hưởng, thẻ BHTN.`,
      source: 'Luật Việc làm',
    },
    {
      code: 'bhyt-khi-that-nghiep',
      question: 'Đang hưởng trợ cấp thất nghiệp có thẻ BHYT không?',
      asks: ['Nghỉ việc thì thẻ BHYT còn dùng được không', 'Thất nghiệp có bảo hiểm y tế không', 'Nghỉ việc khám bệnh bằng thẻ nào'],
      answer: `Có. Trong thời gian hưởng trợ cấp thất nghiệp, quỹ đóng BHYT cho bạn (mã TN), mức hưởng 4. Hết thời gian đó hãy tham gia tiếp theo hộ gia đình hoặc nơi làm việc mới để không gián đoạn.`,
      source: 'Luật Việc làm; Luật Bảo hiểm y tế',
    },
  ],
};
