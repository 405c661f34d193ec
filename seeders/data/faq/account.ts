import { GUIDE, LETTER_1, type FaqGroup } from './entry.js';

/** Signing in, passwords, codes, devices. */
export const signInFaq: FaqGroup = {
  code: 'dang-nhap',
  entries: [
    {
      code: 'dang-nhap-bang-gi',
      question: 'Tôi đăng nhập bằng tên nào?',
      asks: ['Tên đăng nhập là gì', 'Tài khoản đăng nhập lấy ở đâu', 'Đăng nhập bằng số nào', 'Đăng nhập bằng căn cước được không', 'Có mấy tên đăng nhập'],
      answer: `Tên đăng nhập là mã số BHXH gồm 10 chữ số. Bạn cũng có thể nhập số định danh (căn cước) 12 chữ số; hai số dẫn đến cùng một tài khoản. Mỗi người chỉ có một tài khoản.`,
      source: LETTER_1,
      link: ['/dang-nhap', 'Đăng nhập'],
    },
    {
      code: 'quen-mat-khau',
      question: 'Tôi quên mật khẩu thì lấy lại thế nào?',
      asks: ['Lấy lại mật khẩu', 'Cấp lại mật khẩu', 'Mất mật khẩu', 'Không nhớ pass đăng nhập'],
      answer: `Ở trang đăng nhập chọn Quên mật khẩu, nhập mã số BHXH. Mã OTP gửi đến số điện thoại đã đăng ký; nhập mã đó rồi đặt mật khẩu mới.
Nếu bạn không còn dùng số điện thoại cũ, hãy mang căn cước bản gốc đến cơ quan BHXH để đổi số và cấp lại mật khẩu.`,
      source: GUIDE,
      link: ['/quen-mat-khau', 'Quên mật khẩu'],
    },
    {
      code: 'doi-mat-khau',
      question: 'Đổi mật khẩu như thế nào?',
      asks: ['Mật khẩu phải dài mấy ký tự', 'Yêu cầu về mật khẩu', 'Cách thay đổi mật khẩu', 'Đặt mật khẩu mới', 'Thay mật khẩu khác', 'Đổi pass lần đầu'],
      answer: `Sau khi đăng nhập, chọn Đổi mật khẩu. Nhập Mật khẩu cũ, Mật khẩu mới, Nhập lại mật khẩu mới, chọn Hoàn tất, rồi nhập mã OTP gửi đến điện thoại và chọn Xác nhận. Mật khẩu chỉ đổi sau khi mã OTP đúng; các thiết bị khác sẽ phải đăng nhập lại.`,
      source: LETTER_1,
      link: ['/ca-nhan/doi-mat-khau', 'Đổi mật khẩu'],
    },
    {
      code: 'mat-khau-dung-bao-lau',
      question: 'Mật khẩu dùng được bao lâu? Vì sao phải đổi?',
      asks: ['Mật khẩu hết hạn', 'Bao lâu phải đổi mật khẩu một lần', 'Bắt đổi mật khẩu 6 tháng'],
      answer: `Bạn phải đổi mật khẩu được cấp lần đầu, và sau đó ít nhất 06 tháng một lần để giữ an toàn. Hệ thống nhắc trước khi hết hạn; nếu đã hết hạn, bạn được yêu cầu đổi ngay khi đăng nhập, tài khoản không mất gì.`,
      source: LETTER_1,
    },
    {
      code: 'mat-khau-lan-dau-het-hieu-luc',
      question: 'Mật khẩu lần đầu trong SMS không dùng được nữa?',
      asks: ['Mật khẩu một lần hết hạn 72 giờ', 'Mật khẩu cấp lần đầu báo sai', 'Mật khẩu trong tin nhắn đã hết hiệu lực'],
      answer: `Mật khẩu trong SMS là mật khẩu dùng một lần, có hiệu lực 72 giờ và chỉ dùng để đặt mật khẩu của riêng bạn. Nếu đã quá 72 giờ, hãy chọn Quên mật khẩu để đặt mật khẩu mới bằng mã OTP, hoặc đến cơ quan BHXH để được cấp lại.`,
      source: GUIDE,
      link: ['/quen-mat-khau', 'Quên mật khẩu'],
    },
    {
      code: 'nhap-sai-mat-khau-bi-khoa',
      question: 'Nhập sai mật khẩu nhiều lần có bị khóa tài khoản không?',
      asks: ['Tài khoản bị khóa 15 phút', 'Sai mật khẩu 5 lần', 'Không đăng nhập được vì thử quá nhiều lần'],
      answer: `Sau 5 lần sai, bạn phải đợi 15 phút rồi mới thử lại được từ nơi đó. Tài khoản không mất và không ai khác khóa được tài khoản của bạn theo cách này. Nếu không nhớ mật khẩu, hãy chọn Quên mật khẩu.`,
      source: GUIDE,
      link: ['/quen-mat-khau', 'Quên mật khẩu'],
    },
    {
      code: 'khong-nhan-duoc-otp',
      question: 'Tôi không nhận được mã OTP?',
      asks: ['Không thấy mã gửi về điện thoại', 'Mã OTP không về điện thoại', 'Chờ mãi không thấy OTP', 'Gửi lại mã OTP', 'Mã xác thực không gửi đến máy'],
      answer: `Đợi 60 giây rồi chọn Gửi lại mã; mã trước vẫn dùng được đến hết hạn của nó. Kiểm tra điện thoại có sóng, không chặn tin nhắn và đúng là số đã đăng ký (trang hiện ba số cuối).
Mỗi giờ gửi được nhiều nhất 5 mã, mỗi ngày 10 mã. Nếu số đó không còn dùng, hãy mang căn cước đến cơ quan BHXH để đổi số.`,
      source: GUIDE,
    },
    {
      code: 'otp-dung-bao-lau',
      question: 'Mã OTP có hiệu lực bao lâu, được nhập sai mấy lần?',
      asks: ['OTP hết hạn', 'Nhập sai OTP mấy lần', 'Mã OTP mấy phút'],
      answer: `Mã OTP gồm 6 chữ số, có hiệu lực 5 phút và được nhập sai nhiều nhất 5 lần. Trang luôn hiện số lần và thời gian còn lại. Hết hạn hoặc hết lượt thì chọn Gửi lại mã. Không đưa mã này cho bất kỳ ai, kể cả người tự xưng là cán bộ.`,
      source: GUIDE,
    },
    {
      code: 'dang-nhap-hai-thiet-bi',
      question: 'Tôi có đăng nhập trên hai điện thoại cùng lúc được không?',
      asks: ['Dùng tài khoản trên nhiều thiết bị', 'Đăng nhập máy khác bị thoát', 'Cảnh báo tài khoản đang dùng trên thiết bị khác'],
      answer: `Tại một thời điểm tài khoản chỉ dùng trên một thiết bị. Khi bạn đăng nhập ở thiết bị thứ hai, hệ thống cảnh báo; nếu chọn Tiếp tục và nhập đúng mã OTP, thiết bị thứ hai vào được và thiết bị thứ nhất tự đăng xuất. Chọn Thoát thì không có gì thay đổi.`,
      source: LETTER_1,
    },
    {
      code: 'co-nguoi-la-dang-nhap',
      question: 'Có thiết bị lạ đăng nhập tài khoản của tôi, phải làm gì?',
      asks: ['Ai đó dùng tài khoản của tôi', 'Nghi bị hack tài khoản', 'Không phải tôi đăng nhập', 'Tài khoản bị người khác vào', 'Khóa tài khoản khẩn cấp'],
      answer: `Vào Thiết bị và hoạt động, chọn "Không phải tôi" ở dòng lạ: mọi phiên kết thúc và tài khoản tạm khóa. Sau đó chọn Quên mật khẩu để đặt mật khẩu mới bằng mã OTP; tài khoản mở lại.
Nếu không vào được nữa, hãy chọn Quên mật khẩu ngay hoặc gọi {insurer_hotline}.`,
      source: GUIDE,
      link: ['/ca-nhan/thiet-bi', 'Thiết bị và hoạt động'],
    },
    {
      code: 'tu-dong-dang-xuat',
      question: 'Vì sao tôi bị tự động đăng xuất?',
      asks: ['Đang dùng thì bị thoát ra', 'Phiên đăng nhập hết hạn', 'Hết phiên làm việc'],
      answer: `Để bảo vệ dữ liệu, phiên kết thúc sau 15 phút bạn không thao tác (có báo trước, chọn Ở lại để dùng tiếp) và muộn nhất sau 12 giờ. Bạn cũng bị đăng xuất khi đăng nhập trên thiết bị khác, đổi mật khẩu hoặc đổi số điện thoại. Những gì đang nhập ở nhiều biểu mẫu được giữ lại để bạn đăng nhập rồi gửi tiếp.`,
      source: GUIDE,
    },
    {
      code: 'co-can-cai-ung-dung',
      question: 'Có phải cài ứng dụng không? Dùng trên máy nào được?',
      asks: ['Tải app ở đâu', 'Cài đặt trên điện thoại Android iPhone', 'Đây có phải VssID không', 'Đưa ra màn hình chính'],
      answer: `Không phải cài. An Sinh chạy trên trình duyệt của điện thoại hay máy tính, kể cả máy đời cũ. Muốn mở nhanh, bạn dùng chức năng Thêm vào màn hình chính của trình duyệt.
An Sinh là hệ thống tự lưu trữ của cơ quan, không phải ứng dụng VssID.`,
      source: GUIDE,
    },
  ],
};

/** Personal data, contact data, guardians. */
export const personFaq: FaqGroup = {
  code: 'thong-tin',
  entries: [
    {
      code: 'doi-so-dien-thoai',
      question: 'Tôi muốn đổi số điện thoại nhận OTP thì làm thế nào?',
      asks: ['Chuyển sang số điện thoại khác', 'Thay số điện thoại đã đăng ký', 'Đổi sim', 'Cập nhật số điện thoại mới', 'Đổi sđt tài khoản'],
      answer: `Nếu còn dùng số cũ: đăng nhập, chọn Thay đổi thông tin, nhập số mới; mã OTP gửi đến cả số cũ và số mới. Cán bộ duyệt yêu cầu, số cũ cũng được báo.
Nếu đã mất số cũ: mang căn cước bản gốc đến cơ quan BHXH, việc này chỉ làm tại quầy.`,
      source: GUIDE,
      link: ['/ca-nhan/thay-doi-thong-tin', 'Thay đổi thông tin'],
    },
    {
      code: 'mat-dien-thoai',
      question: 'Tôi mất điện thoại, mất sim thì vào tài khoản bằng cách nào?',
      asks: ['Điện thoại hỏng không nhận được mã', 'Mất máy không nhận được OTP', 'Sim bị khóa không lấy được mã', 'Số cũ không còn dùng'],
      answer: `Nếu làm lại được sim cùng số, bạn dùng Quên mật khẩu như bình thường. Nếu số đó không còn, hãy mang căn cước bản gốc đến cơ quan BHXH: cán bộ đối chiếu giấy tờ và ảnh, đổi số điện thoại rồi cấp lại mật khẩu. Mọi phiên trên máy cũ kết thúc ngay.`,
      source: GUIDE,
      link: ['/tra-cuu/co-quan-bhxh', 'Tìm cơ quan BHXH'],
    },
    {
      code: 'doi-dia-chi-email',
      question: 'Thay đổi địa chỉ, thư điện tử của tài khoản ở đâu?',
      asks: ['Cập nhật email', 'Đổi địa chỉ liên hệ', 'Sửa thông tin liên lạc'],
      answer: `Đăng nhập, chọn Thay đổi thông tin, sửa địa chỉ hoặc thư điện tử rồi gửi. Yêu cầu thành một hồ sơ mà cán bộ xem và xác nhận; bạn theo dõi được ở cùng trang và rút lại được khi chưa xử lý.`,
      source: GUIDE,
      link: ['/ca-nhan/thay-doi-thong-tin', 'Thay đổi thông tin'],
    },
    {
      code: 'sai-ho-ten-ngay-sinh',
      question: 'Họ tên, ngày sinh hoặc số căn cước trên hệ thống bị sai?',
      asks: ['Họ tên sai chính tả', 'Tên trên thẻ sai', 'Giới tính bị ghi sai', 'Sai thông tin cá nhân', 'Sai tên trên thẻ bảo hiểm', 'Sửa ngày sinh', 'Điều chỉnh nhân thân'],
      answer: `Thông tin nhân thân lấy từ hệ thống cấp mã số BHXH nên không tự sửa trên mạng được. Bạn mang căn cước bản gốc đến cơ quan BHXH bất kỳ để đề nghị điều chỉnh; nơi tiếp nhận chịu trách nhiệm giải quyết, không yêu cầu bạn đi nơi khác. Thủ tục cấp lại sổ BHXH do thay đổi thông tin có mã 608A.`,
      source: 'Công văn 3717/BHXH-CNTT, mục 5; danh mục thủ tục của BHXH Việt Nam',
    },
    {
      code: 'ngung-su-dung-tai-khoan',
      question: 'Tôi muốn ngừng sử dụng tài khoản thì làm gì?',
      asks: ['Xóa tài khoản', 'Hủy đăng ký giao dịch điện tử', 'Không dùng tài khoản nữa'],
      answer: `Đăng nhập, vào Thay đổi thông tin, chọn Ngừng sử dụng và xác nhận bằng mã OTP. Sau khi cán bộ xác nhận, tài khoản đóng; quyền lợi BHXH, BHYT của bạn không thay đổi. Khi cần, bạn đăng ký lại như lần đầu.`,
      source: GUIDE,
      link: ['/ca-nhan/thay-doi-thong-tin', 'Thay đổi thông tin'],
    },
    {
      code: 'tai-khoan-cho-con',
      question: 'Tôi xem thẻ và thông tin của con nhỏ bằng cách nào?',
      asks: ['Đăng ký tài khoản cho con', 'Xem thẻ BHYT của con', 'Trẻ em có tài khoản không', 'Người giám hộ xem hồ sơ'],
      answer: `Cha, mẹ hoặc người giám hộ mang giấy tờ chứng minh quan hệ đến cơ quan BHXH để đăng ký giám hộ. Sau đó trong tài khoản của mình bạn mở được hồ sơ của con ở mục Người được giám hộ, không cần số điện thoại riêng cho con.`,
      source: GUIDE,
      link: ['/ca-nhan/nguoi-duoc-giam-ho', 'Người được giám hộ'],
    },
    {
      code: 'xem-giup-cha-me-gia',
      question: 'Tôi xem giúp hồ sơ của cha mẹ già, người được ủy quyền được không?',
      asks: ['Xem hồ sơ hộ bố mẹ', 'Ủy quyền cho con xem', 'Giám hộ người lớn tuổi'],
      answer: `Người đủ năng lực hành vi tự có tài khoản của mình; bạn có thể giúp họ đăng ký tại quầy. Với người được giám hộ theo pháp luật, người giám hộ đăng ký tại cơ quan BHXH rồi xem được trong tài khoản của mình. Người được xem hộ cũng được báo. Không nên đưa mật khẩu và mã OTP cho người khác.`,
      source: GUIDE,
    },
  ],
};
