import type { Codes } from '../../contracts/auth.js';
import { maskPhone } from '../../core/http/format.js';
import type { OtpGuesses } from './otp-guess.service.js';
import type { Otp } from './otp.service.js';

export interface CodesParts {
  readonly otp: Otp;
  readonly guesses: OtpGuesses;
  phoneOf(subject: string): Promise<string | undefined>;
}

/** The port through which other modules have something confirmed by a code. */
export const createCodes = ({ otp, guesses, phoneOf }: CodesParts): Codes => ({
  send: ({ accountId, ...request }) => otp.begin({ subject: accountId, ...request }),
  resend: (challenge) => otp.resend(challenge),
  state: async (id, sessionId) => {
    const challenge = await otp.open(id, sessionId);
    if (!challenge) return undefined;
    const { subject, phone, ...state } = challenge;
    return { ...state, to: maskPhone(phone ?? (await phoneOf(subject))) };
  },
  confirm: (typed, act) => guesses.confirm(typed, (_, payload) => act(payload)),
});
