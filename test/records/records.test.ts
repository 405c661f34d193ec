import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { openHouse, type House } from '../kit/house.js';

let house: House;
let an: Browser;

const text = async (path: string): Promise<string> => {
  const { status, text: html } = await an.get(path);
  expect(status).toBe(200);
  return html.replace(/\s+/g, ' ');
};
/** Another person's record seen through the same account. */
const asPerson = async <T>(insuranceNumber: string, work: () => Promise<T>): Promise<T> => {
  const set = (number: string, was: string) =>
    house.app.db.uow.run(() =>
      house.app.db.sequelize.query('UPDATE auth_account SET insurance_number = ? WHERE insurance_number = ?', {
        replacements: [number, was],
      }),
    );
  await set(insuranceNumber, '4812345678');
  try {
    return await work();
  } finally {
    await set('4812345678', insuranceNumber);
  }
};

beforeAll(async () => {
  house = await openHouse({ demo: true });
  an = await house.citizen();
});
afterAll(() => house.close());

describe('who may come in', () => {
  it('sends a guest to the sign-in page', async () => {
    for (const path of ['/ca-nhan', '/ca-nhan/the-bhyt', '/ca-nhan/the-bhyt/hinh-anh', '/ca-nhan/qua-trinh-tham-gia']) {
      const answer = await house.browser().get(path);
      expect(answer.status).toBe(303);
      expect(answer.headers['location']).toContain('/dang-nhap');
    }
  });

  it('finds QL cá nhân in the menu', async () => {
    expect(await text('/ca-nhan/the-bhyt')).toMatch(/href="\/ca-nhan"[^>]*>.*?QL cá nhân/);
  });
});

describe('Quản lý cá nhân', () => {
  it('shows the person, with numbers in part', async () => {
    const html = await text('/ca-nhan');
    for (const label of ['Mã số BHXH', 'Họ và tên', 'Ngày sinh', 'CMND/CCCD/Hộ chiếu', 'Số điện thoại', 'Địa chỉ'])
      expect(html).toContain(label);
    for (const value of ['4812345678', 'Nguyễn Văn An', '04/09/1985', '048085•••321', '0912•••678', 'phường Hải Châu'])
      expect(html).toContain(value);
    expect(html).not.toContain('0912345678');
  });

  it('shows them in full when asked', async () => {
    const html = await text('/ca-nhan?hien=day-du');
    expect(html).toContain('048085012321');
    expect(html).toContain('0912345678');
  });

  it('answers on its tiles', async () => {
    const html = await text('/ca-nhan');
    expect(html).toContain('Còn giá trị đến 31/12/2026');
    expect(html).toContain('7 năm 11 tháng');
    expect(html).toContain('href="/ca-nhan/doi-mat-khau"');
  });
});

describe('Quá trình tham gia BH', () => {
  it('adds up what domain facts say', async () => {
    const html = await text('/ca-nhan/qua-trinh-tham-gia');
    expect(html).toMatch(/Tổng thời gian tham gia<\/dt><dd>7 năm 11 tháng<small>95 tháng, từ 03\/2018/);
    expect(html).toMatch(/Tổng thời gian chậm đóng<\/dt><dd>2 tháng<small>Tháng 01 và 02\/2026/);
    expect(html).toMatch(/Thời gian đã đóng đủ<\/dt><dd>7 năm 9 tháng<small>93 tháng/);
  });

  it('says in plain words what stands out', async () => {
    const html = await text('/ca-nhan/qua-trinh-tham-gia');
    expect(html).toContain('Công ty TNHH Điện tử Hải Vân chưa đóng tháng 01 và 02/2026, nên chưa tính là đã đóng.');
    expect(html).toContain('Tháng 01/2021 không có nơi nào đóng cho bạn.');
    expect(html).toContain('Tháng 05 và 06/2023 có hai nơi cùng đóng, chỉ tính một lần.');
    expect(html).toContain(
      'aria-label="Từ 03/2018 đến 02/2026: trống tháng 01/2021; trùng tháng 05 và 06/2023; chậm đóng tháng 01 và 02/2026"',
    );
  });

  it('shows each period with its details', async () => {
    const html = await text('/ca-nhan/qua-trinh-tham-gia');
    for (const value of [
      '09/2023 đến 02/2026',
      '30 tháng',
      'Tổ trưởng kỹ thuật',
      '12.500.000 đ',
      'Bạn 1.000.000 đ, đơn vị 2.187.500 đ',
      '01/2026, 02/2026',
    ])
      expect(html).toContain(value);
  });

  it('has a tab for each fund, and opens the first for anything else', async () => {
    const [bhtn, bhtnld, bhyt, odd] = await Promise.all(
      ['bhtn', 'bhtnld', 'bhyt', 'x'].map((fund) => text(`/ca-nhan/qua-trinh-tham-gia?loai=${fund}`)),
    );
    expect(bhtn).toContain('Bạn 125.000 đ, đơn vị 125.000 đ');
    expect(bhtnld).toContain('Đơn vị 62.500 đ');
    expect(bhyt).toContain('Bạn 187.500 đ, đơn vị 375.000 đ');
    expect(odd).toMatch(/aria-current="page">BHXH</);
  });

  it('explains an empty record', async () => {
    await asPerson('4816667778', async () => {
      expect(await text('/ca-nhan/qua-trinh-tham-gia')).toContain('Chưa có thời gian tham gia BHXH nào được ghi');
      expect(await text('/ca-nhan/the-bhyt')).toContain('Chưa có thẻ BHYT nào được ghi');
      const me = await text('/ca-nhan');
      expect(me).toContain('>1958<');
      expect(me).toContain('Chưa có dữ liệu');
    });
    await asPerson('4899999999', async () => {
      expect(await text('/ca-nhan')).toContain('Chưa có hồ sơ tham gia nào');
      expect(await text('/ca-nhan/the-bhyt')).toContain('Chưa có thẻ BHYT');
    });
  });
});

describe('Thẻ BHYT', () => {
  it('shows the card in force, the others, and what it entitles to', async () => {
    const html = await text('/ca-nhan/the-bhyt');
    for (const value of [
      'DN 4 48 4812345678',
      '01/01/2026 đến 31/12/2026',
      'Bệnh viện C Đà Nẵng',
      '(Mã: 48002)',
      '01/03/2023',
    ])
      expect(html).toContain(value);
    for (const value of ['Chưa đến hạn', '01/01/2027 đến 31/12/2027', 'Đã hết hạn', '01/01/2025 đến 31/12/2025'])
      expect(html).toContain(value);
    for (const value of [
      '80%',
      'dưới 351.000 đ',
      'Đã đủ 5 năm liên tục',
      '14.040.000 đ',
      'quỹ trả 800.000 đ, bạn trả 200.000 đ',
    ])
      expect(html).toContain(value);
    expect(html).toContain('Xem thẻ Bảo hiểm y tế');
  });

  it('turns the picture by quarters without a script', async () => {
    const upright = await text('/ca-nhan/the-bhyt/hinh-anh');
    expect(upright).toContain('viewBox="0 0 856 540"');
    expect(upright).toContain('NGUYỄN VĂN AN');
    expect(upright).toContain('Những điều cần chú ý');
    expect(upright).toMatch(/href="\/ca-nhan\/the-bhyt\/hinh-anh\?xoay=90"[^>]*>.*?Xoay/);
    const turned = await text('/ca-nhan/the-bhyt/hinh-anh?xoay=90');
    expect(turned).toContain('viewBox="0 0 540 856"');
    expect(turned).toContain('xoay=180');
    expect(await text('/ca-nhan/the-bhyt/hinh-anh?xoay=45')).toContain('viewBox="0 0 856 540"');
  });

  it('opens another card of the same person only', async () => {
    const [other] = await house.app.db.rows<{ id: string }>(
      "SELECT id FROM records_card WHERE insurance_number = '4811223344' ORDER BY valid_from",
    );
    expect((await an.get(`/ca-nhan/the-bhyt?the=${other?.id}`)).status).toBe(404);
    const [past] = await house.app.db.rows<{ id: string }>(
      "SELECT id FROM records_card WHERE insurance_number = '4812345678' ORDER BY valid_from",
    );
    const html = await text(`/ca-nhan/the-bhyt?the=${past?.id}`);
    expect(html).toContain('đến hết 31/12/2025');
    expect(html).toContain('Bệnh viện Đà Nẵng');
  });
});
