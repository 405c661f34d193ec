import { createHash } from 'node:crypto';
import type { ConsentRow, TextRow } from './consent.model.js';

/** What exactly was agreed to. */
export const hashOf = ({ title, body, legalBasis }: Pick<TextRow, 'title' | 'body' | 'legalBasis'>): string =>
  createHash('sha256')
    .update(JSON.stringify([title, body, legalBasis]))
    .digest('hex');

export const openKeyOf = (insuranceNumber: string, code: string): string => `${insuranceNumber}:${code}`;

/** How a person stands to a purpose: nothing to ask, not asked yet, agreed, or agreed to an older text. */
export type Standing = 'told' | 'open' | 'given' | 'outdated';

export const standingOf = (text: TextRow, given: Pick<ConsentRow, 'version'> | undefined): Standing => {
  if (!text.needsConsent) return 'told';
  if (!given) return 'open';
  return given.version === text.version ? 'given' : 'outdated';
};
