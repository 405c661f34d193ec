/** Words for what is written to the audit. */
export const feedbackActs = {
  'feedback.received': 'Tiếp nhận phản ánh',
  'feedback.viewed': 'Xem phản ánh',
};
