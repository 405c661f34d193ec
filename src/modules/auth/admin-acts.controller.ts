import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import type { SessionHandle } from '../../core/http/session.js';
import type { ManagedOfficer } from './admin.queries.js';
import type { VersionForm } from './admin.schema.js';
import type { Administration, Target } from './admin.service.js';
import { adminOfficer, setPasswordPath } from './paths.js';
import type { SealedNotes } from './sealed-note.service.js';

export type Act = 'lock' | 'unlock' | 'reset' | 'resetFactor';

export interface AdminActsController {
  /** Says what will happen and asks once more. */
  ask(act: Act): (request: PageRequest<unknown>) => Promise<Reply>;
  perform(act: Act): (request: PageRequest<VersionForm>) => Promise<Reply>;
  /** The one-time link, once. */
  link(request: PageRequest<unknown>): Promise<Reply>;
}

export interface AdminActsParts {
  readonly administration: Administration;
  readonly notes: SealedNotes;
  readonly publicUrl: string;
}

const LINK = 'auth.officer-link';

/** The link waits, sealed, for the next page. */
export const keepLink = (notes: SealedNotes, session: SessionHandle, id: string, token: string): Reply => {
  notes.keep(session, LINK, id, { token });
  return redirect(adminOfficer(id).link);
};

interface Words {
  readonly question: string;
  readonly text: string;
  readonly button: string;
  readonly danger: boolean;
  readonly done: string;
}

const WORDS: Readonly<Record<Act, (name: string) => Words>> = {
  lock: (name) => ({
    question: `Khóa tài khoản của ${name}?`,
    text: 'Cán bộ bị đăng xuất ngay ở mọi nơi và không đăng nhập được cho đến khi bạn mở khóa. Liên kết đặt mật khẩu đang chờ cũng hết hiệu lực.',
    button: 'Khóa tài khoản',
    danger: true,
    done: `Đã khóa tài khoản của ${name}.`,
  }),
  unlock: (name) => ({
    question: `Mở khóa tài khoản của ${name}?`,
    text: 'Cán bộ đăng nhập lại được bằng mật khẩu cũ. Nếu trước đó chưa đặt mật khẩu, hãy đặt lại để có liên kết mới.',
    button: 'Mở khóa',
    danger: false,
    done: `Đã mở khóa tài khoản của ${name}.`,
  }),
  reset: (name) => ({
    question: `Đặt lại mật khẩu của ${name}?`,
    text: 'Mật khẩu cũ hết hiệu lực ngay và cán bộ bị đăng xuất ở mọi nơi. Bạn nhận một liên kết dùng một lần để giao tận tay cho cán bộ.',
    button: 'Đặt lại mật khẩu',
    danger: true,
    done: '',
  }),
  resetFactor: (name) => ({
    question: `Đặt lại xác thực hai lớp của ${name}?`,
    text: 'Ứng dụng xác thực và các mã dự phòng đang dùng hết hiệu lực, cán bộ bị đăng xuất ở mọi nơi. Chỉ làm khi đã gặp đúng người.',
    button: 'Đặt lại xác thực hai lớp',
    danger: true,
    done: `Đã đặt lại xác thực hai lớp của ${name}.`,
  }),
};

/** Lock, unlock and reset: each asks on a page of its own, so that it works without script. */
export const adminActsController = ({ administration, notes, publicUrl }: AdminActsParts): AdminActsController => {
  const officerOf = ({ params, actor }: PageRequest<unknown>): Promise<ManagedOfficer> =>
    administration.find(actor, params['id'] ?? '');
  return {
    ask: (act) => async (request) => {
      const officer = await officerOf(request);
      const own = adminOfficer(officer.id);
      const words = WORDS[act](officer.fullName);
      return page('auth/admin-act', { title: words.question, words, officer, action: own[act], back: own.page });
    },
    perform: (act) => async (request) => {
      const { input, actor, session } = request;
      const { id, fullName } = await officerOf(request);
      const target: Target = { id, version: input.phienBan };
      if (act === 'reset') return keepLink(notes, session, id, await administration.reset(actor, target));
      await administration[act](actor, target);
      session.flash({ kind: 'ok', text: WORDS[act](fullName).done });
      return redirect(adminOfficer(id).page);
    },
    link: async (request) => {
      const { fullName, username, id } = await officerOf(request);
      const kept = notes.take<{ token: string }>(request.session, LINK, id);
      const back = adminOfficer(id).page;
      if (kept) {
        const link = `${publicUrl}${setPasswordPath(kept.token)}`;
        const data = { title: 'Liên kết đặt mật khẩu', fullName, username, link, back };
        return page('auth/admin-link', data, { confidential: true });
      }
      request.session.flash({
        kind: 'info',
        text: 'Liên kết chỉ hiện một lần. Nếu chưa kịp giao, hãy đặt lại mật khẩu để có liên kết mới.',
      });
      return redirect(back);
    },
  };
};
