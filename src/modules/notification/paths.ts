/** Every address of the module. */
const query = (params: Readonly<Record<string, string>>): string => {
  const filled = Object.entries(params).filter(([, value]) => value !== '');
  return filled.length ? `?${new URLSearchParams(filled).toString()}` : '';
};

export const paths = {
  /** The inbox of the `screen` driver. */
  inbox: (to = ''): string => `/dev/tin-nhan${query({ den: to })}`,
  /** Messages as officers see them. */
  list: (params: Readonly<Record<string, string>> = {}): string => `/can-bo/tin-nhan${query(params)}`,
  /** The messages to one recipient: sent as a form, so that no address keeps who it is. */
  recipient: '/can-bo/tin-nhan/nguoi-nhan',
  /** Where the SMS provider tells what became of a message. */
  callback: '/may/sms/trang-thai',
} as const;
