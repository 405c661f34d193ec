import { redirect, type Handler } from '../../core/http/route.js';
import type { Resending } from './message.rules.js';
import type { ResendService } from './message.service.js';
import { paths } from './paths.js';

export interface MessageController {
  readonly resend: Handler<{ tu: string }>;
}

const flashes: Readonly<Record<Resending, string>> = {
  'as-it-was': 'Tin được gửi lại. Tình trạng gửi hiện trong danh sách tin nhắn.',
  password: 'Đã gửi mật khẩu dùng một lần mới. Mật khẩu trước không còn hiệu lực.',
  repair: 'Đã gửi mã sửa hồ sơ mới. Mã và liên kết trước không còn hiệu lực.',
};

export const createMessageController = (messages: ResendService): MessageController => ({
  resend: async ({ params, actor, input, session }) => {
    const dossierId = params['id'] ?? '';
    const how = await messages.resend({ dossierId, messageId: params['messageId'] ?? '', actor });
    session.flash({ kind: 'ok', text: flashes[how] });
    return redirect(paths.dossier(dossierId, input.tu));
  },
});
