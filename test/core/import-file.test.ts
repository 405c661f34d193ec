import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openImportGround, type ImportGround } from './import-ground.js';

let at: ImportGround;
beforeAll(async () => {
  at = await openImportGround();
});
afterEach(async () => {
  await at.ground.db.uow.run(() => at.items.remove({}));
});
afterAll(() => at.close());

const names = async (): Promise<string[]> => (await at.items.many({}, { order: ['number'] })).map(({ name }) => name);

const utf16 = (text: string, swapped = false): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return swapped ? bytes.swap16() : bytes;
};

const LINES = 'ma_so,ten,so_tien\n00000001,Bàn gỗ,1.250.000\n00000002,Ghế,\n';

describe('files of every make', () => {
  test.each([
    ['as it is', LINES],
    ['with a byte order mark', `\uFEFF${LINES}`],
    ['with semicolons', LINES.replaceAll(',', ';')],
    ['with semicolons and a byte order mark', `\uFEFF${LINES.replaceAll(',', ';')}`],
    ['with ends of lines of Windows', LINES.replaceAll('\n', '\r\n')],
    ['with ends of lines of old', LINES.replaceAll('\n', '\r')],
    ['without an end of the last line', LINES.trimEnd()],
    ['with headings as people write them', LINES.replace('ma_so,ten,so_tien', 'Mã số,TÊN,"Số-Tiền "')],
    ['with empty lines before, between and after', `\n\n${LINES.replace('\n0', '\n\n,,\n0')}\n\n`],
    ['with every cell in quotes', LINES.replace(/[^,\n]+/g, '"$&"')],
    ['with blanks around the cells', LINES.replaceAll(',', ' ,  ')],
    ['with cells too many that are empty', LINES.replaceAll('\n', ',,\n')],
    ['with marks composed of two characters', LINES.normalize('NFD')],
    ['with the mark of a spreadsheet for text', LINES.replaceAll('0000000', "'0000000")],
  ])('%s', async (_, content) => {
    const { counts } = await at.take(at.file(content));
    expect(counts).toEqual({ ...counts, rowsRead: 2, added: 2, rejected: 0 });
    expect(await names()).toEqual(['Bàn gỗ', 'Ghế']);
    expect((await at.items.one({ number: '00000001' }))?.total).toBe(1_250_000);
  });

  test('columns may stand in any order', async () => {
    await at.take(at.file('so_tien,ten,chi_nhanh,ma_so\n5,Bàn,A,00000001\n'));
    expect(await at.items.one({})).toMatchObject({ number: '00000001', branch: 'A', name: 'Bàn', total: 5 });
  });

  test('quotes in the middle of a cell are part of it', async () => {
    await at.take(at.file('ma_so,ten\n00000001,Công ty "Sao Mai"\n00000002,"Ghế ""xoay"", cao"\n'));
    expect(await names()).toEqual(['Công ty "Sao Mai"', 'Ghế "xoay", cao']);
  });

  test('what a database would take for its own signs comes through', async () => {
    const odd = String.raw`\N a\tb \' " ; -- %`;
    await at.take(at.file(`ma_so,ten\n00000001,"${odd.replaceAll('"', '""')}"\n`));
    expect(await names()).toEqual([odd]);
  });
});

const EXCEL = Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.alloc(200, 7)]);

describe('files that are refused as a whole, each in a sentence', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['empty', '', /^Tệp rỗng/],
    ['blank', ' \n\n', /^Tệp rỗng/],
    ['nothing but empty cells', ',,\n,,\n', /^Tệp rỗng/],
    ['the heading alone', 'ma_so,ten\n', /chỉ có dòng tiêu đề/],
    ['a workbook', EXCEL, /tệp Excel \(\.xlsx\).*CSV UTF-8/],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), /Excel cũ/],
    ['a PDF', '%PDF-1.7 ...', /tệp PDF/],
    ['binary', Buffer.from([1, 2, 0, 3, 65, 66, 67, 10]), /byte 0/],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(LINES)]), /UTF-16/],
    ['UTF-16 the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(LINES, true)]), /UTF-16/],
    ['UTF-16 without a mark', utf16(LINES), /UTF-16/],
    ['Latin 1', Buffer.from('ma_so,ten\n00000001,Lê Văn Hòa\n', 'latin1'), /không dùng bảng mã UTF-8/],
    ['no heading', '00000001,Bàn\n00000002,Ghế\n', /không phải dòng tiêu đề.*ma_so, chi_nhanh, ten/],
    ['a column nobody knows', 'ma_so,tenn,ten\n', /"tenn" \(có phải là ten\?\)/],
    ['a column missing', 'ma_so,so_tien\n', /thiếu cột bắt buộc: ten/],
    ['a column twice', 'ma_so,ten,Tên\n', /cột lặp lại: ten/],
  ])('%s', async (_, content, sentence) => {
    const path = at.file(content);
    await expect(at.take(path)).rejects.toThrow(sentence);
    await expect(at.take(path, { dryRun: true })).rejects.toThrow(sentence);
    expect(await at.items.count({})).toBe(0);
  });

  test('cut off inside quotes: what stands before is kept', async () => {
    const path = at.file('ma_so,ten\n00000001,Bàn\n00000002,"Ghế\nxoay"\n00000003,"Tủ');
    await expect(at.take(path)).rejects.toThrow(/^Từ dòng 5 có ô mở dấu ngoặc kép mà đến hết tệp không đóng/);
    expect(await names()).toEqual(['Bàn', 'Ghế xoay']);
    const [run] = await at.imports.latest(1);
    expect(run).toMatchObject({ state: 'failed', rowsRead: 2, added: 2 });
    expect(run?.note).toContain('Từ dòng 5');
  });

  test('a quote that nobody closes does not swallow the rest of a large file', async () => {
    const path = at.file(`ma_so,ten\n00000001,Bàn\n00000002,"Ghế\n${'00000003,Tủ\n'.repeat(100_000)}`);
    await expect(at.take(path)).rejects.toThrow(/^Dòng 3 dài quá 1 MB/);
    expect(await names()).toEqual(['Bàn']);
  });
});

describe('lines that are refused', () => {
  const BAD = [
    'ma_so;ten;so_tien',
    '00000001;Bàn;1',
    '00000002;"Ghế',
    'xoay";hai',
    '123;Tủ;3',
    '1.2E+07;Tủ;3',
    ';;-5',
    '00000003;Cấm;3',
    '00000004;Đèn',
    '00000005;Đèn;5;6',
    '000000012;=Đèn;1',
    '00000006;Kệ;',
  ].join('\r\n');

  const rejectedLines = (path: string): string[][] =>
    parse(at.rejected(path) ?? '', { delimiter: ';', relax_column_count: true });

  test('stand in their own file with line, column and reason; the others are kept', async () => {
    const path = at.file(BAD);
    const { counts } = await at.take(path);
    expect(counts).toMatchObject({ rowsRead: 10, added: 2, rejected: 8 });
    expect(await names()).toEqual(['Bàn', 'Kệ']);
    const [heading, ...lines] = rejectedLines(path);
    expect(heading).toEqual(['loi_dong', 'loi_cot', 'loi_ly_do', 'ma_so', 'ten', 'so_tien']);
    expect(lines.map((cells) => cells.slice(0, 3))).toEqual([
      ['3', 'so_tien', expect.stringContaining('"hai" không phải số tiền')],
      ['5', 'ma_so', expect.stringContaining('Mã số có 3 chữ số, phải có 8: có lẽ Excel đã bỏ số 0 ở đầu')],
      ['6', 'ma_so', expect.stringContaining('đã bị Excel viết tắt')],
      ['7', 'ma_so, ten, so_tien', expect.stringContaining('Thiếu Mã số.')],
      ['8', 'ten', 'Tên này bị cấm.'],
      ['9', '', expect.stringContaining('Dòng chỉ có 2 ô mà dòng tiêu đề có 3 cột')],
      ['10', '', expect.stringContaining('Dòng có 4 ô mà dòng tiêu đề có 3 cột')],
      ['11', 'ma_so', expect.stringContaining('Mã số có 9 chữ số, phải có 8. Hãy xem lại')],
    ]);
    expect(lines.at(-1)?.slice(3, 5)).toEqual(['000000012', "'=Đèn"]);
  });

  test('that file is read in again once it is mended', async () => {
    const path = at.file(BAD);
    await at.take(path);
    const mended = (at.rejected(path) ?? '').replace('xoay";hai', 'xoay";2').replace('000000012', '00000012');
    const again = at.file(mended, 'sua.csv');
    const { counts } = await at.take(again);
    expect(counts).toMatchObject({ rowsRead: 8, added: 2, rejected: 6 });
    expect(await names()).toEqual(['Bàn', 'Ghế xoay', 'Kệ', '=Đèn']);
    expect(at.rejected(again)?.split('\r\n')[0]).toBe('loi_dong;loi_cot;loi_ly_do;ma_so;ten;so_tien');
  });

  test('broken characters in the middle of a file spoil their line only', async () => {
    const good = Array.from({ length: 5_000 }, (_, n) => `${String(n).padStart(8, '0')},Đồ vật số ${n}\n`).join('');
    const bytes = [
      Buffer.from(`ma_so,ten\n${good}`),
      Buffer.from('99999999,Hòa\n', 'latin1'),
      Buffer.from('99999998,Kệ\n'),
    ];
    const path = at.file(Buffer.concat(bytes));
    expect((await at.take(path)).counts).toMatchObject({ rowsRead: 5_002, added: 5_001, rejected: 1 });
    expect(at.rejected(path)).toContain('5002,ten,"Tên có ký tự hỏng, không phải UTF-8.');
  });

  test('no file is left where nothing is refused', async () => {
    const path = at.file(BAD);
    await at.take(path);
    at.file('ma_so,ten\n00000001,Bàn\n');
    await at.take(path);
    expect(at.rejected(path)).toBeUndefined();
  });
});
