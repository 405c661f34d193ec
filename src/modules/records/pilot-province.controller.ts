import { dateTime } from '../../core/http/format.js';
import { page, redirect, type Handler } from '../../core/http/route.js';
import { paths } from './paths.js';
import type { PilotProvinceInput, PilotSwitchInput } from './pilot-province.schema.js';
import type { PilotProvinceService } from './pilot-province.service.js';

/** Where cards can be shown: switches for quản trị. */
export const pilotProvinceController = (service: PilotProvinceService) => {
  const list: Handler = async () => {
    const provinces = (await service.all()).map((row) => ({ ...row, changed: dateTime(row.changedAt) }));
    return page('records/pilot-provinces', { title: 'Tỉnh dùng thẻ trên điện thoại', paths, provinces });
  };

  const add: Handler<PilotProvinceInput> = async ({ input, session }) => {
    await service.add(input.ma, input.ten);
    session.flash({ kind: 'ok', text: `Đã thêm ${input.ten} và bật Sử dụng thẻ.` });
    return redirect(paths.pilotProvinces);
  };

  const turn: Handler<PilotSwitchInput> = async ({ input, session }) => {
    const name = await service.turn(input.ma, input.bat === '1');
    session.flash({ kind: 'ok', text: `${name}: đã ${input.bat === '1' ? 'bật' : 'tắt'} Sử dụng thẻ.` });
    return redirect(paths.pilotProvinces);
  };

  return { list, add, turn };
};
