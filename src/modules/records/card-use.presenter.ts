import type { QrDrawing } from '../../core/qr.js';
import { clockTime } from '../../core/http/format.js';
import type { StoredCard } from './card.queries.js';
import { validityText } from './card.presenter.js';
import { codeText, MOST_CHECKS } from './card-use.rules.js';
import type { CardLook, RunningUse } from './card-use.queries.js';
import { paths } from './paths.js';

export interface UseParts {
  readonly card: StoredCard | undefined;
  readonly use: RunningUse | undefined;
  readonly code: string;
  readonly qr: QrDrawing | undefined;
  readonly looks: readonly CardLook[];
}

/** The page that is held out: QR code, code to read out, and until when. */
export const presentUse = ({ card, use, code, qr, looks }: UseParts, now: Date) => ({
  title: 'Sử dụng thẻ',
  paths,
  validity: card && validityText(card),
  live: use &&
    qr && {
      qr,
      code: codeText(code),
      spelt: [...code].join(' '),
      until: clockTime(use.expiresAt),
      seconds: Math.max(0, Math.floor((use.expiresAt.getTime() - now.getTime()) / 1_000)),
      spent: use.checks >= MOST_CHECKS,
    },
  looks,
});
