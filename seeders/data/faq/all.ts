import { personFaq, signInFaq } from './account.js';
import { pensionFaq, shortTermFaq, unemploymentFaq } from './benefits.js';
import { cardFaq } from './card.js';
import type { FaqGroup } from './entry.js';
import { helpFaq, privacyFaq } from './help.js';
import { healthFaq, socialFaq } from './insurance.js';
import { lookupFaq } from './lookup.js';
import { benefitFaq, participationFaq } from './records.js';
import { registrationFaq } from './registration.js';

/** In the order of the page. */
export const faqGroups: readonly FaqGroup[] = [
  registrationFaq,
  signInFaq,
  personFaq,
  cardFaq,
  participationFaq,
  benefitFaq,
  lookupFaq,
  socialFaq,
  healthFaq,
  shortTermFaq,
  pensionFaq,
  unemploymentFaq,
  privacyFaq,
  helpFaq,
];
