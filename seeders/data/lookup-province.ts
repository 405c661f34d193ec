/** Words from which the made-up province names what can be looked up: the first of a list are as common as in a real one. */
export const unitKinds = [
  ...Array<string>(9).fill('Công ty TNHH'),
  ...Array<string>(4).fill('Công ty CP'),
  ...Array<string>(3).fill('Công ty TNHH MTV'),
  'Doanh nghiệp tư nhân',
  'Hợp tác xã',
  'Trường Mầm non',
  'Chi nhánh Công ty CP',
] as const;

export const unitTrades = ['Thương mại và Dịch vụ', 'Thương mại Dịch vụ', 'Xây dựng', 'Xây lắp', 'Đầu tư', 'Sản xuất', 'Vận tải', 'Du lịch', 'Cơ khí', 'Điện tử', 'Dệt may', 'Thủy sản', 'Nội thất', 'In ấn', 'Dược phẩm', 'Nông sản', 'Bao bì', 'Phần mềm', 'Kho vận', 'Nhà hàng', 'Khách sạn', 'Bảo vệ', 'Kế toán', 'Thiết bị điện', 'Vật liệu xây dựng', 'Môi trường', 'Giáo dục', 'Quảng cáo', 'Điện lạnh', 'Mía đường'] as const;

/** Two or three of them make a name of its own. */
export const properWords = ['Hòa', 'An', 'Bình', 'Minh', 'Phú', 'Thịnh', 'Tân', 'Long', 'Hải', 'Sơn', 'Giang', 'Nam', 'Việt', 'Đông', 'Phát', 'Hưng', 'Thành', 'Đạt', 'Lộc', 'Tiến', 'Gia', 'Khang', 'Bảo', 'Ngọc', 'Kim', 'Hoàng', 'Quang', 'Thiên', 'Phương', 'Đại', 'Trường', 'Xuân', 'Hà', 'Thanh', 'Đức', 'Trung', 'Nhật', 'Tâm', 'Tín', 'Vinh', 'Khánh', 'Mai', 'Lan', 'Cường', 'Hùng', 'Dương', 'Thủy', 'Linh', 'Châu', 'Ánh', 'Vân', 'Tùng', 'Bách', 'Quý', 'Duy', 'Khoa', 'Nguyên', 'Mỹ', 'Diệp', 'Trí'] as const;

export const facilityKinds = ['Trạm Y tế', 'Trạm Y tế', 'Trạm Y tế', 'Phòng khám đa khoa', 'Phòng khám đa khoa', 'Trung tâm Y tế', 'Bệnh viện đa khoa', 'Bệnh viện'] as const;
