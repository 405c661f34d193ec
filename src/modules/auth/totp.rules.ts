import type { RoleId } from './role.rules.js';

/** Who must have a second factor: nobody, leaders and administrators, or every officer. Others may. */
export const TOTP_POLICIES = ['off', 'required-roles', 'all'] as const;
export type TotpPolicy = (typeof TOTP_POLICIES)[number];

const REQUIRED: readonly RoleId[] = ['leader', 'admin'];

export const mustHaveTotp = (roles: readonly string[], policy: TotpPolicy): boolean =>
  policy === 'all' || (policy === 'required-roles' && REQUIRED.some((role) => roles.includes(role)));

/** Codes of an application change every 30 seconds; the neighbours are taken too, because clocks differ. */
export const STEP_SECONDS = 30;

export const RECOVERY_CODES = 10;
export const RECOVERY_LENGTH = 10;
export const RECOVERY_PATTERN = new RegExp(`^[A-Z2-9]{${RECOVERY_LENGTH}}$`);

/** ABCDE-FGHJK: in two halves, as it is printed and read. */
export const recoveryWords = (code: string): string =>
  `${code.slice(0, RECOVERY_LENGTH / 2)}-${code.slice(RECOVERY_LENGTH / 2)}`;

/** A key in groups of four, as people type it. */
export const keyWords = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');
