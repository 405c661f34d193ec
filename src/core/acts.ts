/** Vietnamese words for the actions that the house itself writes to the audit. */
export const coreActs: Readonly<Record<string, string>> = {
  'core.import-started': 'Bắt đầu nạp tệp dữ liệu',
  'core.import-ended': 'Kết thúc nạp tệp dữ liệu',
};
