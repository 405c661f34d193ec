import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Vault } from '../../core/files/vault.js';
import { maskPhone } from '../../core/http/format.js';
import { file, page, redirect, type Handler } from '../../core/http/route.js';
import { presentHelp, presentLetter } from './help.presenter.js';
import type { HelpReads } from './help.queries.js';
import { helpReasons } from './help.rules.js';
import type { HelpOpenInput, HelpResetInput } from './help.schema.js';
import type { HelpService } from './help.service.js';
import type { Opened, Openings } from './help-opening.controller.js';
import type { HelpTurns } from './help-turn.service.js';
import { paths } from './paths.js';

export interface HelpController {
  readonly ask: Handler;
  readonly open: Handler<HelpOpenInput>;
  readonly show: Handler;
  readonly reset: Handler<HelpResetInput>;
  readonly handOver: Handler;
  /** The bytes of one picture of the approved registration; who gets them stands in the audit before. */
  readonly picture: Handler;
}

export interface HelpControllerParts {
  readonly reads: HelpReads;
  readonly turns: HelpTurns;
  readonly help: HelpService;
  readonly openings: Openings;
  readonly vault: Vault;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly acts: Readonly<Record<string, string>>;
  readonly publicUrl: string;
}

/** Remembers for whom a letter was printed, until somebody says that it was handed over. */
const LETTER = 'approval.help-letter';

const reasons = Object.entries(helpReasons).map(([value, text]) => ({ value, text }));

export const createHelpController = (parts: HelpControllerParts): HelpController => {
  const { reads, turns, help, openings, vault, uow, audit, clock } = parts;

  const draw = async (opened: Opened) => {
    const view = await reads.view(opened.account);
    const seen = turns.stamp(view.account, await reads.turn(view.account.id));
    return page('approval/help-account', presentHelp(view, { ...opened, seen, acts: parts.acts }));
  };

  return {
    ask: () => page('approval/help', { title: 'Hỗ trợ tài khoản', action: paths.help, list: paths.list(), reasons }),
    open: async ({ input, actor, session }) => {
      const { id } = await help.open(input, actor);
      openings.remember(session, id, input.mucDich);
      return redirect(paths.helpAccount(id));
    },
    show: openings.within((_, opened) => draw(opened)),
    reset: openings.within<HelpResetInput>(async ({ input, actor, session }, { account, reason }) => {
      const target = { accountId: account.id, actor, reason, seen: input.daThay };
      const password = await help.reset(target, input.cach, input.giayTo);
      if (input.cach === 'letter') {
        session.set(LETTER, account.id);
        const letter = presentLetter(account, { password, now: clock.now(), publicUrl: parts.publicUrl });
        return page('approval/help-letter', letter, { confidential: true });
      }
      session.flash({
        kind: 'ok',
        text: `Đã gửi mật khẩu dùng một lần đến ${maskPhone(account.phone)}, dùng được 72 giờ.`,
      });
      return redirect(paths.helpAccount(account.id));
    }),
    handOver: openings.within(async ({ session }, { account, reason }) => {
      if (session.get<string>(LETTER) === account.id) {
        session.remove(LETTER);
        await help.handOver(account, reason);
        session.flash({ kind: 'ok', text: 'Đã ghi: thư mật khẩu giao tận tay.' });
      }
      return redirect(paths.helpAccount(account.id));
    }),
    picture: openings.within(async ({ params }, { account, reason }) => {
      const { dossier, picture } = await reads.picture(account, params['pictureId'] ?? '');
      const bytes = await vault.get(picture.fileId);
      await uow.run(() =>
        audit.record({
          action: 'approval.picture-viewed',
          subject: { kind: 'dossier', id: dossier.id, label: dossier.number },
          person: account.insuranceNumber,
          purpose: helpReasons[reason],
          details: { picture: picture.kind, pictureId: picture.id, current: true },
        }),
      );
      const pdf = picture.type === 'application/pdf';
      return file(picture.type, bytes, pdf ? { name: `${account.insuranceNumber}-${picture.kind}.pdf` } : {});
    }),
  };
};
