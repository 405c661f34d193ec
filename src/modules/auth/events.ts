import { z } from 'zod';
import { defineEvent } from '../../core/contract.js';

/** A code was asked for. It is made and sent after the commit, so that asking costs the same with and without an account. */
export const codeRequested = defineEvent('auth.code-requested', z.object({ codeId: z.string() }));
