import { describe, expect, it, test } from 'vitest';
import { toAscii } from '../../src/core/text.js';
import { passagesOf, passesTheBuck } from '../../src/modules/feedback/buck.rules.js';

/** Sentences that send the citizen to another office. */
const AWAY = `
Bạn vui lòng liên hệ cơ quan BHXH nơi tham gia để được giải quyết.
Đề nghị ông/bà liên hệ cơ quan BHXH nơi tham gia.
Anh chị liên hệ với BHXH quận Hải Châu nhé.
Đến BHXH quận Thanh Khê để được giải quyết.
Ông (bà) đến BHXH huyện Hòa Vang để được hướng dẫn cụ thể.
Mời bạn đến cơ quan bảo hiểm xã hội nơi cư trú để làm thủ tục.
Bạn gửi đơn tới cơ quan khác để được trả lời.
Đề nghị gửi đơn đến BHXH tỉnh Quảng Nam.
Bạn cần nộp hồ sơ tại BHXH nơi công ty đóng.
Xin liên hệ BHXH thành phố Hồ Chí Minh.
Vui lòng liên hệ công ty cũ để chốt sổ.
Bạn nên hỏi lại công ty nơi bạn làm việc.
Đề nghị công dân liên hệ đơn vị sử dụng lao động để điều chỉnh.
Người lao động liên hệ doanh nghiệp để được giải đáp.
Bạn hãy gọi điện cho BHXH cơ sở Sơn Trà để hỏi thêm.
Nội dung này không thuộc thẩm quyền của BHXH thành phố.
Việc này không thuộc trách nhiệm của cơ quan chúng tôi.
Phản ánh của bạn không thuộc thẩm quyền giải quyết của đơn vị.
Vấn đề này thuộc thẩm quyền của cơ quan khác.
Vụ việc thuộc trách nhiệm của BHXH nơi quản lý hồ sơ.
Chúng tôi chuyển phản ánh của bạn sang BHXH nơi khác giải quyết.
Cơ quan khác sẽ giải quyết việc này cho bạn.
Bạn chủ động liên hệ để biết kết quả.
Bạn tự liên lạc với bên đó.
Liên hệ BHXH nơi tham gia để được hỗ trợ.
Quý khách vui lòng đến trực tiếp cơ quan BHXH gần nhất.
Bạn có thể đến BHXH cơ sở Liên Chiểu để được cấp lại thẻ.
Kính mời ông bà làm việc với BHXH quận Ngũ Hành Sơn.
Vui lòng trao đổi với bệnh viện nơi bạn điều trị.
Bạn phải liên hệ bệnh viện để được hoàn tiền.
Đề nghị bạn phản ánh với Sở Y tế.
Bạn vui lòng gửi lại phản ánh cho BHXH tỉnh nơi bạn đóng.
Trường hợp này liên hệ BHXH nơi cấp thẻ.
Do đó, đề nghị bà sang BHXH cơ sở Cẩm Lệ làm thủ tục.
Bạn về địa phương hỏi lại.
Ông liên hệ UBND phường để được hướng dẫn.
Bạn hãy hỏi trung tâm dịch vụ việc làm để được giải quyết.
Công dân cần liên hệ trực tiếp với cơ quan BHXH nơi đang tham gia.
Chị đến nơi tham gia để hỏi.
Bạn vui lòng ra phường hỏi.
Anh/chị vui lòng liên hệ nơi khám chữa bệnh ban đầu để được hỗ trợ.
Bạn làm đơn gửi BHXH tỉnh Quảng Ngãi.
Kính đề nghị quý khách hàng liên hệ đại lý thu.
Việc này do BHXH tỉnh khác quản lý nên chúng tôi không giải quyết được.
Chúng tôi không có thẩm quyền xử lý.
Cháu ra bảo hiểm huyện mà hỏi nhé.
Bạn vui lòng LH BHXH quận.
Mời bác lên BHXH tỉnh làm việc.
`;

/** Sentences that any honest answer may hold. */
const FINE = `
Cơ quan BHXH Hải Châu đã xác nhận ba tháng đóng của bạn.
Chúng tôi đã liên hệ BHXH cơ sở Hải Châu và nhận được kết quả.
BHXH thành phố đã mời BHXH tỉnh Quảng Nam phối hợp xác minh.
Chúng tôi sẽ liên hệ công ty của bạn để bổ sung hồ sơ.
BHXH thành phố Đà Nẵng đang làm việc với Công ty Hải Vân.
Quá trình tham gia của bạn đã được bổ sung ngày 12/03/2026.
Bạn không cần đến cơ quan BHXH, kết quả được gửi qua SMS.
Bạn không phải liên hệ công ty cũ.
Thẻ BHYT của bạn còn giá trị đến 31/12/2026.
Công ty Hải Vân đã đóng đủ tiền cho ba tháng này.
Bệnh viện Đà Nẵng đã hoàn lại số tiền thu sai.
Mức hưởng của bạn là 80% chi phí khám chữa bệnh.
Số tiền được chuyển vào tài khoản của bạn trước ngày 20/03/2026.
Cảm ơn bạn đã phản ánh.
Chúng tôi xin lỗi vì sự chậm trễ này.
Bạn xem kết quả tại mục Quá trình tham gia.
Dữ liệu đã được sửa, bạn đăng nhập lại để kiểm tra.
Cơ quan tiếp nhận chịu trách nhiệm giải quyết phản ánh của bạn.
Chúng tôi đã chuyển tiền vào tài khoản của bạn.
Nếu chưa rõ, bạn trả lời ngay trên trang theo dõi này.
Cán bộ Lê Thu Hà sẽ gọi cho bạn trong ngày mai.
BHXH cơ sở Thanh Khê đã gửi hồ sơ cho chúng tôi ngày 10/03/2026.
Đơn vị của bạn nộp chậm tiền đóng từ tháng 01/2023.
Chúng tôi đã yêu cầu công ty nộp đủ và công ty đã nộp.
Theo Luật Bảo hiểm xã hội, bạn được hưởng chế độ thai sản.
Bạn đã tham gia BHXH được 12 năm 3 tháng.
Thời gian đóng tại cơ quan cũ được cộng nối.
Cán bộ đã nhắc bệnh viện làm đúng quy định.
Kết quả kiểm tra cho thấy dữ liệu của công ty gửi sai tháng.
Bạn mang căn cước đến quầy của chúng tôi từ ngày 20/03.
BHXH cơ sở Hải Châu, nơi bạn tham gia, đã sửa dữ liệu.
Trước đây bạn đã liên hệ BHXH Hải Châu hai lần mà chưa xong, chúng tôi xin lỗi.
Khi đến cơ sở khám chữa bệnh, bạn xuất trình thẻ trên điện thoại.
Khi đi khám tại bệnh viện bạn chỉ cần căn cước.
Chúng tôi đề nghị bệnh viện hoàn tiền cho bạn.
Chúng tôi cấp lại thẻ và gửi đến địa chỉ của bạn.
Bạn có thể mở lại phản ánh trong 15 ngày.
Hồ sơ của bạn đã đến BHXH thành phố ngày 02/03/2026.
BHXH thành phố đã làm việc với bệnh viện và xác nhận bạn được thanh toán.
`;

/** Offices of the province that answers. */
const OWN = ['BHXH thành phố Đà Nẵng', 'BHXH cơ sở Thanh Khê', 'BHXH cơ sở Hải Châu'];

/** Appointments to fetch something at an office of its own. */
const FETCHED = `
Đến BHXH cơ sở Thanh Khê nhận thẻ.
Mời bạn đến BHXH cơ sở Thanh Khê nhận thẻ BHYT mới từ ngày 20/03/2026.
Sổ BHXH đã in xong, mời ông bà đến BHXH cơ sở Hải Châu nhận sổ BHXH.
Bạn vui lòng đến trụ sở BHXH thành phố Đà Nẵng để nhận kết quả trước ngày 25/03.
Mời bạn đến BHXH TP Đà Nẵng lấy quyết định hưởng.
Bạn đến Bảo hiểm xã hội Thanh Khê lấy lại tiền nộp thừa.
Kính mời bác đến quầy số 2 BHXH cơ sở Thanh Khê trong giờ hành chính, mang theo căn cước, để nhận tờ rời sổ.
Mời bạn đến nhận thẻ tại BHXH cơ sở Thanh Khê.
Mời bạn đến cơ quan chúng tôi nhận giấy xác nhận.
Bạn liên hệ BHXH cơ sở Hải Châu để nhận thẻ từ ngày 20 đến ngày 25/03.
Anh chị ra BHXH quận Thanh Khê ký nhận tiền trợ cấp.
`;

/** The same words, but the thing is elsewhere, or more is asked for than to fetch it. */
const STILL_AWAY = `
Đến BHXH cơ sở Sơn Trà nhận thẻ.
Mời bạn đến BHXH tỉnh Quảng Nam nhận sổ.
Bạn đến cơ quan BHXH nơi tham gia nhận thẻ.
Đến BHXH cơ sở Thanh Khê để được giải quyết.
Bạn đến BHXH cơ sở Thanh Khê nhận hướng dẫn.
Mời bạn đến BHXH cơ sở Thanh Khê nhận thẻ và liên hệ BHXH tỉnh Quảng Nam để hỏi thời gian đóng.
Đến BHXH cơ sở Thanh Khê nhận thẻ và hỏi cơ quan BHXH nơi tham gia.
Đến BHXH cơ sở Thanh Khê hỏi rồi qua BHXH tỉnh Quảng Nam nhận thẻ.
Bạn liên hệ BHXH tỉnh Quảng Nam hoặc BHXH cơ sở Thanh Khê để được giải đáp.
Bạn đến BHXH cơ sở Thanh Khê lấy số thứ tự để được giải quyết.
Mời bạn đến BHXH cơ sở Thanh Khê làm lại thủ tục rồi nhận thẻ.
Bạn đến công ty cũ nhận sổ.
`;

const listed = (text: string): string[] => text.trim().split('\n');

describe('an answer that sends the citizen to another office', () => {
  test.each(listed(AWAY))('%s', (sentence) => {
    expect(passesTheBuck(sentence)).toBe(true);
    expect(passesTheBuck(sentence, OWN)).toBe(true);
    expect(passesTheBuck(toAscii(sentence))).toBe(true);
    expect(passesTheBuck(sentence.toLocaleUpperCase('vi'))).toBe(true);
  });
});

describe('an answer that settles it', () => {
  test.each(listed(FINE))('%s', (sentence) => {
    expect(passesTheBuck(sentence)).toBe(false);
    expect(passesTheBuck(toAscii(sentence))).toBe(false);
  });
});

describe('an appointment to fetch something', () => {
  test.each(listed(FETCHED))('at an office of its own: %s', (sentence) => {
    expect(passesTheBuck(sentence, OWN)).toBe(false);
    expect(passesTheBuck(toAscii(sentence), OWN)).toBe(false);
    expect(passesTheBuck(sentence.toLocaleUpperCase('vi'), OWN)).toBe(false);
  });
  test.each(listed(STILL_AWAY))('is none: %s', (sentence) => {
    expect(passesTheBuck(sentence, OWN)).toBe(true);
    expect(passesTheBuck(toAscii(sentence), OWN)).toBe(true);
  });
});

it('is told sentence by sentence, and nothing of it is lost', () => {
  const text = 'Chào bạn.\n\nBa tháng đã được bổ sung. Bạn liên hệ BHXH nơi tham gia để biết thêm!\nTrân trọng';
  const passages = passagesOf(text);
  expect(passages.map((passage) => passage.text).join('')).toBe(text);
  expect(passages.filter(({ wrong }) => wrong).map((passage) => passage.text.trim())).toEqual([
    'Bạn liên hệ BHXH nơi tham gia để biết thêm!',
  ]);
});

it('is found in a decomposed text and between invisible signs', () => {
  expect(passesTheBuck('Bạn liên hệ cơ quan BHXH nơi tham gia'.normalize('NFD'))).toBe(true);
  expect(passesTheBuck('Bạn liên\u200b hệ  cơ   quan BHXH nơi tham gia')).toBe(true);
});

it('takes no longer for a long text without an end', () => {
  expect(passagesOf('ban lien he '.repeat(400)).length).toBeGreaterThan(0);
  expect(passagesOf('ban den bhxh co so thanh khe nhan lai '.repeat(140), OWN).length).toBeGreaterThan(0);
});
