/** Every table of this module. */
export const TABLE_NAMES = [
  'auth_account',
  'auth_officer',
  'auth_officer_role',
  'auth_officer_word',
  'auth_officer_session',
  'auth_officer_link',
  'auth_officer_totp',
  'auth_officer_recovery',
  'auth_attempt',
  'auth_otp_challenge',
  'auth_otp_code',
  'auth_otp_quota',
  'auth_device',
] as const;
