/** Words for what this module writes to the audit. */
export const lookupActs = {
  'lookup.number-asked': 'Tra cứu mã số BHXH',
  'lookup.number-sent': 'Gửi mã số BHXH qua SMS',
} as const;
