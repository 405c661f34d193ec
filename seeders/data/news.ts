/** An article as it is seeded. */
export interface SeededArticle {
  readonly title: string;
  readonly summary: string;
  readonly category: string;
  readonly body: string;
  readonly source: string;
  readonly sourceUrl?: string;
}

export const NEWS_CATEGORIES = [
  { code: 'chinh-sach', name: 'Chính sách', position: 10, guide: false },
  { code: 'bao-hiem-y-te', name: 'Bảo hiểm y tế', position: 20, guide: false },
  { code: 'thong-bao', name: 'Thông báo', position: 30, guide: false },
  { code: 'huong-dan', name: 'Hướng dẫn sử dụng', position: 40, guide: true },
] as const;

const LETTER = 'Công văn 3717/BHXH-CNTT ngày 25/11/2020, phụ lục 1';

/** Guides under addresses that posters and letters name. The last one stands first in the list. */
export const GUIDES: readonly (SeededArticle & { readonly slug: string })[] = [
  {
    slug: 'huong-dan-su-dung',
    title: 'Hướng dẫn sử dụng An Sinh sau khi có tài khoản',
    summary: 'Xem thông tin cá nhân, thẻ BHYT, quá trình tham gia, thông tin hưởng và đổi mật khẩu.',
    category: 'huong-dan',
    source: LETTER,
    body: `## Đăng nhập

1. Mở [Đăng nhập](/dang-nhap), nhập **Mã số BHXH** và **Mật khẩu**.
2. Lần đầu, bạn phải đổi mật khẩu được gửi qua tin nhắn. Mã OTP gửi về số điện thoại đã đăng ký để xác nhận.
3. Mỗi tài khoản dùng trên một thiết bị tại một thời điểm. Đăng nhập ở máy thứ hai thì hệ thống hỏi trước, rồi máy đầu mới bị đăng xuất.

Nên đổi mật khẩu ít nhất 6 tháng một lần. Hệ thống nhắc bạn trước khi đến hạn.

## Xem gì ở đâu

| Việc cần xem | Mở trang |
|---|---|
| Mã số BHXH, họ tên, ngày sinh, giấy tờ, điện thoại, địa chỉ | QL cá nhân |
| Thời hạn thẻ, nơi đăng ký khám chữa bệnh ban đầu, hình ảnh thẻ | Thẻ BHYT |
| Tháng tham gia, đơn vị, nghề nghiệp, mức đóng | Quá trình tham gia |
| BHXH một lần, ốm đau, thai sản, hằng tháng, thất nghiệp | Thông tin hưởng |
| Lần khám chữa bệnh theo năm | Sổ khám chữa bệnh |
| Ai đã mở dữ liệu của bạn, lúc nào, vì việc gì | Ai đã xem |

## Khi thấy sai

Ở mỗi dòng của quá trình tham gia có thể báo sai sót. Thông tin cá nhân sai thì gửi yêu cầu ở trang Thay đổi thông tin; cán bộ đối chiếu rồi trả lời bạn.

## Quên mật khẩu, mất điện thoại

- Quên mật khẩu mà còn số điện thoại đã đăng ký: dùng [Quên mật khẩu](/quen-mat-khau).
- Mất số điện thoại: mang giấy tờ gốc đến cơ quan BHXH. Cán bộ đối chiếu bạn với giấy tờ rồi mới đổi số.`,
  },
  {
    slug: 'huong-dan-dang-ky',
    title: 'Hướng dẫn đăng ký giao dịch điện tử với cơ quan BHXH',
    summary: 'Kê khai Mẫu số 01, in và ký, nộp ở cơ quan BHXH trong 10 ngày, nhận mật khẩu qua tin nhắn.',
    category: 'huong-dan',
    source: LETTER,
    body: `## Cần chuẩn bị

- **Mã số BHXH** gồm 10 chữ số. Đây là 10 số cuối trên thẻ BHYT.
- **Căn cước hoặc hộ chiếu** còn hạn, để chụp ảnh và mang theo khi nộp.
- **Ảnh cá nhân** rõ mặt, nền sáng.
- **Số điện thoại đang dùng**: nhận mật khẩu và mã OTP. Một số điện thoại dùng cho một người.

## Bốn bước

1. **Kê khai.** Mở [Đăng ký](/dang-ky), chọn Cá nhân, bấm Tiếp, điền Mẫu số 01 rồi bấm **Ghi nhận**.
2. **In và ký.** Tờ khai đã điền hiện ra cùng số hồ sơ. In, ký và ghi rõ họ tên. Không có máy in thì cơ quan BHXH in giúp.
3. **Nộp.** Mang tờ khai và giấy tờ gốc đến bộ phận một cửa của bất kỳ cơ quan BHXH nào, hoặc điểm đăng ký lưu động.
4. **Nhận tài khoản.** Hồ sơ được duyệt thì mật khẩu lần đầu gửi qua tin nhắn; có thư điện tử thì có thêm thư báo.

## Thời hạn

Tờ khai chờ bạn nộp trong **10 ngày** kể từ ngày kê khai. Quá hạn, hệ thống xóa tờ khai và ảnh kèm theo; bạn kê khai lại từ đầu.

## Khi hồ sơ bị từ chối

Tin nhắn nói lý do và có mã sửa. Mở [Tra cứu hồ sơ](/dang-ky/tra-cuu) để xem chỗ cần sửa và gửi lại, hoặc đến cơ quan BHXH gần nhất.`,
  },
  {
    slug: 'cai-dat-tren-iphone',
    title: 'Cài đặt An Sinh trên iPhone: đưa lên màn hình chính',
    summary: 'Thêm An Sinh vào màn hình chính bằng Safari, mở như một ứng dụng, không cần tải từ kho ứng dụng.',
    category: 'huong-dan',
    source: LETTER,
    body: `An Sinh là trang mở bằng trình duyệt. Đưa lên màn hình chính thì lần sau bạn chạm một lần là mở.

## Các bước

1. Mở trang này bằng **Safari**.
2. Chạm nút **Chia sẻ** (hình vuông có mũi tên lên) ở cuối màn hình.
3. Kéo xuống, chọn **Thêm vào MH chính** (Add to Home Screen).
4. Giữ tên An Sinh, chạm **Thêm**.

Biểu tượng An Sinh hiện trên màn hình chính.

## Lưu ý

- Chỉ thêm từ địa chỉ chính thức của cơ quan BHXH. Không mở từ đường dẫn lạ trong tin nhắn.
- Thông tin cá nhân không được lưu lại trong máy. Mỗi lần xem cần đăng nhập.
- Muốn bỏ: nhấn giữ biểu tượng, chọn Xóa. Tài khoản của bạn không bị ảnh hưởng.`,
  },
  {
    slug: 'cai-dat-tren-android',
    title: 'Cài đặt An Sinh trên điện thoại Android: đưa lên màn hình chính',
    summary: 'Thêm An Sinh vào màn hình chính bằng Chrome, mở như một ứng dụng, không cần tải từ kho ứng dụng.',
    category: 'huong-dan',
    source: LETTER,
    body: `An Sinh là trang mở bằng trình duyệt. Đưa lên màn hình chính thì lần sau bạn chạm một lần là mở.

## Các bước

1. Mở trang này bằng **Chrome**.
2. Chạm nút **ba chấm** ở góc trên bên phải.
3. Chọn **Thêm vào màn hình chính** hoặc **Cài đặt ứng dụng**.
4. Chạm **Cài đặt** hoặc **Thêm** để xác nhận.

Biểu tượng An Sinh hiện trên màn hình chính hoặc trong danh sách ứng dụng.

## Máy dùng trình duyệt khác

Phần lớn trình duyệt có mục tương tự trong trình đơn, với tên như Thêm trang vào màn hình chính.

## Lưu ý

- Chỉ thêm từ địa chỉ chính thức của cơ quan BHXH. Không mở từ đường dẫn lạ trong tin nhắn.
- Thông tin cá nhân không được lưu lại trong máy. Mỗi lần xem cần đăng nhập.
- Muốn bỏ: nhấn giữ biểu tượng, chọn Gỡ cài đặt hoặc Xóa. Tài khoản của bạn không bị ảnh hưởng.`,
  },
];
