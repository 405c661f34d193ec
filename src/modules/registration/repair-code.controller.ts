import { InvalidError } from '../../core/errors.js';
import { page, redirect, type Handler } from '../../core/http/route.js';
import { typedText, type RawForm } from './form01.schema.js';
import { paths } from './paths.js';
import type { RepairLinks } from './repair-link.service.js';
import { repairCodeForm } from './repair.schema.js';

/** One sentence for whatever does not fit: it tells nobody which of the two is right, or what was before. */
const NOT_OPEN =
  'Chưa mở được hồ sơ với số hồ sơ và mã sửa này. Kiểm tra lại cả hai như trong SMS hoặc thư mới nhất. Mã đã dùng hoặc quá hạn thì hỏi cơ quan BHXH.';

/** The page that asks for the code of the SMS. */
export const repairCodeController = (links: RepairLinks) => {
  const codeForm: Handler = ({ retry }) =>
    page('registration/repair-code', { title: 'Sửa hồ sơ', paths, ...(retry && { retry }) }, { confidential: true });

  const open: Handler<RawForm> = async (request) => {
    const { input, ip } = request;
    // The button of the tracking page brings the number along: nothing has been guessed yet.
    if ('open' in input) return codeForm({ ...request, retry: { values: typedText(input), faults: [] } });
    const { data, error } = repairCodeForm.safeParse(input);
    if (!data) throw new InvalidError(error.issues.map(({ path, message }) => ({ field: String(path[0]), message })));
    const secret = await links.open(data.number, data.code, ip);
    if (!secret) throw new InvalidError([{ field: 'code', message: NOT_OPEN }]);
    return redirect(paths.repair(secret));
  };

  return { codeForm, open };
};
