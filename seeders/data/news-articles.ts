import type { SeededArticle } from './news.js';

/** An article of the demo: so many days before the day of seeding, with one of our drawings. */
export interface DemoArticle extends SeededArticle {
  readonly daysAgo: number;
  readonly picture?: { readonly drawing: 'card' | 'phone' | 'calendar' | 'roof' | 'coins'; readonly alt: string };
}

const LAW = 'Luật Bảo hiểm xã hội 41/2024/QH15';

export const DEMO_ARTICLES: readonly DemoArticle[] = [
  {
    daysAgo: 2,
    title: 'Đăng ký giao dịch điện tử tại cơ quan BHXH: mang theo giấy tờ gì',
    summary: 'Tờ khai đã ký và căn cước hoặc hộ chiếu bản gốc là đủ. Nộp ở cơ quan BHXH nào cũng được.',
    category: 'thong-bao',
    source: 'BHXH thành phố Đà Nẵng',
    picture: { drawing: 'phone', alt: 'Hình vẽ điện thoại hiện tờ khai bên những thửa ruộng bậc thang' },
    body: `Sau khi kê khai trên mạng, bạn nộp tờ khai ở bộ phận một cửa của **bất kỳ cơ quan BHXH nào**, không nhất thiết là nơi bạn tham gia.

## Mang theo

- Tờ khai Mẫu số 01 đã in và ký. Không có máy in thì cơ quan BHXH in giúp.
- Căn cước hoặc hộ chiếu bản gốc, còn hạn.
- Điện thoại có số đã kê khai, để nhận mật khẩu.

## Thời hạn

Nộp trong 10 ngày kể từ ngày kê khai. Quá hạn, tờ khai và ảnh tự xóa, bạn kê khai lại.

Xem từng bước ở [Hướng dẫn đăng ký](/tin-tuc/huong-dan-dang-ky).`,
  },
  {
    daysAgo: 6,
    title: 'Sổ BHXH và thẻ BHYT điện tử: nhận ở đâu, còn cần bản giấy không',
    summary: 'Từ ngày 13/02/2026, sổ và thẻ điện tử nhận qua VNeID mức 2, VssID hoặc thư điện tử; nơi khám không được đòi thêm bản giấy.',
    category: 'bao-hiem-y-te',
    source: 'Thông tư 09/2026/TT-BTC',
    picture: { drawing: 'card', alt: 'Hình vẽ một tấm thẻ bảo hiểm y tế có mã vuông' },
    body: `Thông tư 09/2026/TT-BTC quy định về sổ BHXH và thẻ BHYT điện tử, áp dụng từ ngày 13/02/2026.

## Điểm chính

1. Người tham gia có thể nhận sổ BHXH, thẻ BHYT điện tử qua tài khoản VNeID mức 2, ứng dụng VssID hoặc thư điện tử.
2. Cơ quan và cơ sở khám chữa bệnh không yêu cầu nộp thêm bản giấy khi đã có bản điện tử.

## Khi đi khám

Xuất trình thẻ điện tử hoặc giấy tờ tùy thân có ảnh. Thẻ hết hạn hoặc sai thông tin thì gửi phản ánh để cơ quan BHXH kiểm tra.`,
  },
  {
    daysAgo: 9,
    title: 'Khi nào bảo hiểm y tế trả 100 % chi phí khám chữa bệnh',
    summary: 'Chi phí một lần khám thấp hơn 15 % lương cơ sở, khám tại trạm y tế xã, hoặc đủ 5 năm liên tục và đã cùng chi trả quá 6 tháng lương cơ sở.',
    category: 'bao-hiem-y-te',
    source: 'Luật Bảo hiểm y tế và hướng dẫn hiện hành',
    body: `Mức hưởng in trên thẻ cho biết phần quỹ BHYT trả trong phạm vi được hưởng: 100 %, 95 % hoặc 80 %, tùy nhóm đối tượng. Người có mức 95 % và 80 % được trả **100 %** trong các trường hợp sau.

| Trường hợp | Điều kiện |
|---|---|
| Chi phí thấp | Một lần khám dưới 15 % lương cơ sở |
| Tuyến xã | Khám chữa bệnh tại trạm y tế xã |
| Tham gia lâu dài | Đủ 5 năm liên tục và phần cùng chi trả trong năm quá 6 tháng lương cơ sở |

15 % lương cơ sở là 351.000 đ đến hết ngày 30/6/2026 và 379.500 đ từ ngày 01/7/2026.

## Ví dụ

Thẻ mức 80 %, lần khám tốn 300.000 đ: quỹ trả toàn bộ. Lần khám tốn 1.000.000 đ: quỹ trả 800.000 đ, bạn cùng chi trả 200.000 đ.

Thời điểm đủ 5 năm liên tục ghi trên thẻ và ở trang Thẻ BHYT sau khi đăng nhập.`,
  },
  {
    daysAgo: 13,
    title: 'Số định danh cá nhân và mã số BHXH: dùng số nào',
    summary: 'Từ ngày 01/8/2025, mã số BHXH được thống nhất với số định danh cá nhân. Việc chuyển là tự động, không phải kê khai.',
    category: 'chinh-sach',
    source: 'BHXH Việt Nam',
    body: `Từ ngày 01/8/2025, cơ quan BHXH thống nhất mã số BHXH với số định danh cá nhân (12 số trên căn cước). Việc chuyển do hệ thống làm, người tham gia **không phải kê khai** và quyền lợi không thay đổi.

## Khi đăng nhập An Sinh

Bạn dùng được cả hai: mã số BHXH 10 số hoặc số định danh 12 số của chính mình.

## Ai vẫn dùng mã 10 số

Người chưa có số định danh được xác thực, ví dụ người nước ngoài hoặc người có thông tin chưa khớp, tiếp tục dùng mã số BHXH 10 số.

Thông tin trên căn cước và trên sổ BHXH khác nhau thì nên sửa sớm: hồ sơ chỉ được duyệt khi mã số và họ tên khớp với dữ liệu của cơ quan BHXH.`,
  },
  {
    daysAgo: 17,
    title: 'Mức tham chiếu 2.530.000 đ từ ngày 01/7/2026 thay đổi những gì',
    summary: 'Mức tham chiếu là căn cứ tính trần đóng BHXH, BHYT hộ gia đình và một số trợ cấp. Bảng dưới so sánh trước và sau.',
    category: 'chinh-sach',
    source: LAW,
    picture: { drawing: 'coins', alt: 'Hình vẽ ba cột cao dần dưới mặt trời' },
    body: `| Khoản | Đến 30/6/2026 | Từ 01/7/2026 |
|---|--:|--:|
| Mức tham chiếu | 2.340.000 đ | 2.530.000 đ |
| Trần tiền lương đóng BHXH, BHYT (20 lần) | 46.800.000 đ | 50.600.000 đ |
| BHYT hộ gia đình, người thứ nhất, mỗi tháng | 105.300 đ | 113.850 đ |
| 15 % của mức này, cho một lần khám | 351.000 đ | 379.500 đ |

Người đang hưởng và đơn vị không phải làm thủ tục riêng vì mức tham chiếu thay đổi. Đơn vị lập hồ sơ đóng theo mức mới từ kỳ tháng 7/2026.`,
  },
  {
    daysAgo: 24,
    title: 'Người lao động và đơn vị đóng bao nhiêu phần trăm tiền lương',
    summary: 'Người lao động đóng 10,5 %, đơn vị đóng 21,5 % tiền lương làm căn cứ. Bài này chia từng quỹ và có ví dụ.',
    category: 'chinh-sach',
    source: LAW,
    body: `| Quỹ | Người lao động | Đơn vị |
|---|--:|--:|
| Hưu trí, tử tuất | 8 % | 14 % |
| Ốm đau, thai sản | 0 % | 3 % |
| Tai nạn lao động, bệnh nghề nghiệp | 0 % | 0,5 % |
| Bảo hiểm y tế | 1,5 % | 3 % |
| Bảo hiểm thất nghiệp | 1 % | 1 % |
| **Cộng** | **10,5 %** | **21,5 %** |

## Ví dụ

Tiền lương làm căn cứ đóng 10.000.000 đ: người lao động đóng 1.050.000 đ, đơn vị đóng 2.150.000 đ mỗi tháng.

Từng tháng đã đóng hay chậm đóng xem ở trang Quá trình tham gia sau khi đăng nhập. Thấy tháng thiếu, bạn có thể báo sai sót ngay ở dòng đó.`,
  },
  {
    daysAgo: 31,
    title: 'Bảo hiểm xã hội tự nguyện: mức đóng và phần Nhà nước hỗ trợ',
    summary: 'Đóng 22 % thu nhập tự chọn; Nhà nước hỗ trợ từ 20 % đến 50 % mức đóng tối thiểu tùy đối tượng, tối đa 10 năm.',
    category: 'chinh-sach',
    source: LAW,
    picture: { drawing: 'roof', alt: 'Hình vẽ mái nhà che trên ba thửa ruộng bậc thang' },
    body: `Người từ đủ 15 tuổi không thuộc diện bắt buộc có thể tham gia BHXH tự nguyện.

## Mức đóng

Bằng **22 %** thu nhập tự chọn. Thu nhập chọn thấp nhất bằng chuẩn hộ nghèo nông thôn (1.500.000 đ), cao nhất bằng 20 lần mức tham chiếu.

## Hỗ trợ

Tính trên mức đóng theo chuẩn hộ nghèo nông thôn:

- Hộ nghèo: 50 %
- Hộ cận nghèo: 40 %
- Người dân tộc thiểu số: 30 %
- Người khác: 20 %

Thời gian hỗ trợ không quá 10 năm.

## Cách đóng

Hằng tháng, 3, 6 hoặc 12 tháng một lần, tại cơ quan BHXH hoặc tổ chức dịch vụ thu.`,
  },
  {
    daysAgo: 38,
    title: 'BHYT hộ gia đình: càng nhiều người tham gia càng giảm',
    summary: 'Người thứ nhất đóng 4,5 % mức tham chiếu; từ người thứ hai giảm còn 70 %, 60 %, 50 % rồi 40 %.',
    category: 'bao-hiem-y-te',
    source: 'Luật Bảo hiểm y tế và hướng dẫn hiện hành',
    body: `Các thành viên chưa có thẻ theo nhóm khác cùng tham gia theo hộ gia đình.

| Thành viên | Mức đóng so với người thứ nhất |
|---|--:|
| Thứ nhất | 4,5 % mức tham chiếu |
| Thứ hai | 70 % |
| Thứ ba | 60 % |
| Thứ tư | 50 % |
| Thứ năm trở đi | 40 % |

Đóng 3, 6 hoặc 12 tháng một lần. Gián đoạn không quá 3 tháng thì thời gian tham gia vẫn tính là liên tục.`,
  },
  {
    daysAgo: 46,
    title: 'Mất việc làm: điều kiện và hạn nộp hồ sơ hưởng trợ cấp thất nghiệp',
    summary: 'Đã đóng đủ 12 tháng trong 24 tháng trước khi nghỉ việc; nộp hồ sơ trong 3 tháng kể từ ngày chấm dứt hợp đồng.',
    category: 'chinh-sach',
    source: 'Luật Việc làm và hướng dẫn hiện hành',
    picture: { drawing: 'calendar', alt: 'Hình vẽ tờ lịch có một ngày được đánh dấu' },
    body: `## Điều kiện chính

- Đã chấm dứt hợp đồng lao động đúng quy định.
- Đóng BHTN đủ 12 tháng trong 24 tháng trước khi chấm dứt.
- Nộp hồ sơ trong **3 tháng** kể từ ngày chấm dứt.

## Mức và thời gian

Mỗi tháng bằng 60 % bình quân tiền lương đóng BHTN của 6 tháng liền kề, có mức trần. Đóng đủ 12 đến 36 tháng được hưởng 3 tháng; thêm đủ 12 tháng được thêm 1 tháng, nhiều nhất 12 tháng.

Hồ sơ nộp ở trung tâm dịch vụ việc làm. Số quyết định, thời gian hưởng xem ở trang Thông tin hưởng.`,
  },
  {
    daysAgo: 55,
    title: 'Tuổi nghỉ hưu năm 2026 và số năm đóng để hưởng lương hưu',
    summary: 'Nam 61 tuổi 6 tháng, nữ 57 tuổi trong điều kiện bình thường; từ 01/7/2025 đóng từ 15 năm được hưởng lương hưu.',
    category: 'chinh-sach',
    source: `Bộ luật Lao động 2019 và ${LAW}`,
    body: `## Tuổi

Năm 2026, trong điều kiện lao động bình thường: **nam 61 tuổi 6 tháng, nữ 57 tuổi**. Mỗi năm tăng 3 tháng với nam và 4 tháng với nữ, đến khi nam đủ 62 tuổi vào năm 2028 và nữ đủ 60 tuổi vào năm 2035.

## Số năm đóng

Từ ngày 01/7/2025, người đủ tuổi có từ **15 năm** đóng BHXH được hưởng lương hưu hằng tháng. Mức hưởng tùy số năm và tiền lương đóng.

Tổng thời gian của bạn, kèm những khoảng trống và chồng nhau, xem ở trang Quá trình tham gia.`,
  },
  {
    daysAgo: 67,
    title: 'Dữ liệu cá nhân của bạn: ai được xem và bạn kiểm tra bằng cách nào',
    summary: 'Luật Bảo vệ dữ liệu cá nhân áp dụng từ 01/01/2026. Trên An Sinh, mỗi lần cán bộ mở hồ sơ đều được ghi và bạn xem được.',
    category: 'thong-bao',
    source: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15',
    body: `Luật 91/2025/QH15 có hiệu lực từ ngày 01/01/2026. Ảnh giấy tờ tùy thân, dữ liệu sức khỏe và lịch sử đăng nhập là dữ liệu nhạy cảm.

## Trên An Sinh

- Mỗi lần cán bộ mở hồ sơ của bạn phải có mục đích và được ghi lại. Xem ở trang Ai đã xem.
- Bạn tải được dữ liệu mà hệ thống giữ về mình.
- Sự đồng ý chọn được theo từng mục đích và rút lại được bất cứ lúc nào.

Danh mục mục đích và căn cứ đọc ở [Quyền riêng tư](/quyen-rieng-tu).`,
  },
  {
    daysAgo: 80,
    title: 'Cảnh giác tin nhắn và trang giả danh cơ quan BHXH',
    summary: 'Cơ quan BHXH không gửi đường dẫn đăng nhập qua tin nhắn và không hỏi mật khẩu, mã OTP của bạn.',
    category: 'thong-bao',
    source: 'BHXH thành phố Đà Nẵng',
    body: `## Nhận ra giả mạo

- Tin nhắn của An Sinh không có đường dẫn. Tin có đường dẫn lạ thì không mở.
- Không cán bộ nào hỏi **mật khẩu** hay **mã OTP** qua điện thoại.
- Kiểm tra địa chỉ ở đầu trình duyệt trước khi nhập mật khẩu.

## Nếu đã lỡ nhập

1. Đổi mật khẩu ngay, các phiên khác tự hết.
2. Ở trang Thiết bị, chọn "không phải tôi" với lần đăng nhập lạ.
3. Gọi tổng đài ghi ở cuối trang.`,
  },
];
