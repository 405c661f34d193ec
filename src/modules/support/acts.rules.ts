/** Words for what is written to the audit. */
export const supportActs = {
  'support.question-added': 'Thêm câu hỏi thường gặp',
  'support.question-changed': 'Sửa câu hỏi thường gặp',
  'support.question-published': 'Đăng câu hỏi thường gặp',
  'support.question-withdrawn': 'Rút câu hỏi thường gặp',
  'support.gap-drafted': 'Viết nháp từ câu chưa trả lời được',
  'support.gap-dismissed': 'Bỏ qua câu chưa trả lời được',
  'support.call-opened': 'Ghi cuộc gọi đường dây nóng',
  'support.call-viewed': 'Xem cuộc gọi đường dây nóng',
  'support.call-closed': 'Đóng cuộc gọi đường dây nóng',
};
