import { ConflictError, InvalidError } from '../../core/errors.js';
import { checkPicture, type CheckedFile } from '../../core/files/picture.js';
import { maskPhone } from '../../core/http/format.js';
import {
  page,
  redirect,
  type Handler,
  type PageRequest,
  type Reply,
  type UploadedFile,
} from '../../core/http/route.js';
import type { HelpPhoneService, PhoneChange } from './help-phone.service.js';
import { presentAccount, presentIdentity, presentPictures } from './help.presenter.js';
import type { HelpReads } from './help.queries.js';
import type { HelpConfirmInput, HelpPhoneInput } from './help.schema.js';
import type { Opened, Openings } from './help-opening.controller.js';
import type { HelpTurns } from './help-turn.service.js';
import { paths } from './paths.js';
import { fileFaults, MIN_SIDE } from './picture.rules.js';

/** **Đổi số điện thoại** at the desk: the form, then old and new for a second look. */
export interface HelpPhoneController {
  readonly form: Handler;
  readonly reshow: Handler;
  readonly check: Handler<HelpPhoneInput>;
  readonly confirm: Handler<HelpConfirmInput>;
}

export interface HelpPhoneControllerParts {
  readonly reads: HelpReads;
  readonly turns: HelpTurns;
  readonly phones: HelpPhoneService;
  readonly openings: Openings;
}

const OLD_SLIP = 'Trang xác nhận đã cũ, chưa có gì thay đổi. Hãy nhập lại số mới.';
const FILE_LOST = 'Ảnh đã chọn không gửi kèm được, hãy chọn lại.';
const DONE = {
  changed: {
    kind: 'ok',
    text: 'Đã đổi số điện thoại. Mọi thiết bị đã đăng xuất; số cũ, số mới và thư điện tử (nếu có) được báo.',
  },
  proposed: { kind: 'ok', text: 'Đã ghi nhận, chờ người thứ hai xác nhận' },
} as const;

/** The new portrait in its safe form, if one was sent; InvalidError says what is wrong with the file. */
const portraitOf = async (files: readonly UploadedFile[]): Promise<CheckedFile | undefined> => {
  const [sent] = files;
  if (!sent) return undefined;
  const faulty = (message: string): InvalidError => new InvalidError([{ field: 'tep', message }]);
  if (sent.tooLarge) throw faulty(fileFaults.tooLarge);
  const result = await checkPicture(sent, MIN_SIDE);
  if (typeof result === 'string') throw faulty(fileFaults[result]);
  if (result.type !== 'image/jpeg') throw faulty('Ảnh cá nhân phải là ảnh JPEG, PNG hoặc WebP. Hãy chọn ảnh khác.');
  return result;
};

/** A file does not come back to the page as what was typed does: the reader is told. */
const withFileLost = (error: unknown, portrait: CheckedFile | undefined): unknown =>
  portrait && error instanceof InvalidError && error.faults.every(({ field }) => field !== 'tep')
    ? new InvalidError([...error.faults, { field: 'tep', message: FILE_LOST }])
    : error;

export const createHelpPhoneController = (parts: HelpPhoneControllerParts): HelpPhoneController => {
  const { reads, turns, phones, openings } = parts;

  const draw = async ({ retry, files, session }: PageRequest, { account }: Opened): Promise<Reply> => {
    const found = await reads.pictures(account);
    const pictures = presentPictures(account.id, found.pictures);
    const portrait = found.pictures.some(({ kind }) => kind === 'portrait');
    // What was typed comes back out of the slip when the confirmation was refused.
    const slip = retry?.values['phieu'];
    const typed = typeof slip === 'string' ? phones.read(slip, account.id, session.id) : undefined;
    return page('approval/help-phone', {
      title: 'Đổi số điện thoại',
      account: presentAccount(account),
      seen: turns.stamp(account, await reads.turn(account.id)),
      pictures,
      mayReplace: found.dossier !== undefined,
      second: await phones.needsSecond(),
      typed,
      fileLost: files.length > 0 || typed?.picture !== undefined,
      ...presentIdentity(account.id, portrait),
    });
  };

  const question = async (slip: string, { to, paper, picture }: PhoneChange, { account }: Opened) =>
    page('approval/help-phone-confirm', {
      title: 'Xác nhận đổi số điện thoại',
      account: presentAccount(account),
      slip,
      from: maskPhone(account.phone),
      to,
      paper,
      picture: picture?.name,
      second: picture !== undefined && (await phones.needsSecond()),
      ...presentIdentity(account.id, true),
    });

  return {
    form: openings.within(draw),
    reshow: openings.within(draw),
    check: openings.within<HelpPhoneInput>(async ({ input, files, session }, opened) => {
      const { account, reason } = opened;
      const portrait = await portraitOf(files);
      const wanted = { accountId: account.id, from: account.phone, to: input.soMoi, paper: input.giayTo, reason };
      try {
        const { slip, change } = await phones.prepare({ ...wanted, seen: input.daThay }, session.id, portrait);
        return await question(slip, change, opened);
      } catch (error) {
        throw withFileLost(error, portrait);
      }
    }),
    confirm: openings.within<HelpConfirmInput>(async ({ input, actor, session }, { account, reason }) => {
      const change = phones.read(input.phieu, account.id, session.id);
      if (!change) throw new ConflictError(OLD_SLIP);
      const outcome = await phones.confirm(change, { accountId: account.id, actor, reason, seen: change.seen });
      session.flash(DONE[outcome]);
      return redirect(paths.helpAccount(account.id));
    }),
  };
};
