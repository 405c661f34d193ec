/** Words from which invented people, employers and addresses are made. */
export const familyNames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Đinh', 'Trương', 'Mai', 'Tô', 'Đoàn'] as const;

export const maleNames = ['Văn Hùng', 'Minh Quân', 'Đức Thịnh', 'Quốc Việt', 'Hữu Phước', 'Thanh Sơn', 'Công Danh', 'Gia Bảo', 'Tấn Lộc', 'Anh Khoa', 'Xuân Trường', 'Ngọc Hải', 'Bá Thành', 'Nhật Nam', 'Trọng Nghĩa', 'Duy Mạnh', 'Khánh Toàn', 'Phúc Ân', 'Viết Cường', 'Đình Ý'] as const;

export const femaleNames = ['Thị Hoa', 'Thu Trang', 'Ngọc Ánh', 'Thị Kim Oanh', 'Mỹ Linh', 'Thanh Thảo', 'Bích Phượng', 'Hồng Nhung', 'Thị Mỹ Duyên', 'Khánh Vy', 'Diệu Hiền', 'Thùy Dương', 'Phương Uyên', 'Thị Ngọc Diệp', 'Tố Quyên', 'Minh Châu', 'Hà My', 'Thị Út', 'Cẩm Tú', 'Yến Nhi'] as const;

export interface DemoEmployer {
  readonly code: string;
  readonly name: string;
  readonly workplace: string;
}

const employer = (code: string, name: string, workplace: string): DemoEmployer => ({ code, name, workplace });

/** Invented employers of Đà Nẵng. */
export const employers = {
  electronics: employer('TZ0101A', 'Công ty TNHH Điện tử Hải Vân', 'Khu công nghiệp Hòa Khánh, Đà Nẵng'),
  textile: employer('DN0102B', 'Công ty CP May Sông Hàn', 'Khu công nghiệp An Đồn, Đà Nẵng'),
  cooling: employer('HX0103C', 'Hợp tác xã Dịch vụ Điện lạnh Thanh Khê', 'Phường Thanh Khê, Đà Nẵng'),
} as const;

export const otherEmployers: readonly DemoEmployer[] = [
  ...Object.values(employers),
  employer('DN0104D', 'Công ty CP Thủy sản Thọ Quang Xanh', 'Khu công nghiệp Thọ Quang, Đà Nẵng'),
  employer('DN0105E', 'Công ty TNHH Du lịch Biển Mỹ Khê', 'Phường An Hải, Đà Nẵng'),
  employer('DN0106F', 'Công ty CP Vận tải Ngũ Hành', 'Phường Ngũ Hành Sơn, Đà Nẵng'),
  employer('DN0107G', 'Công ty TNHH Phần mềm Cầu Rồng', 'Công viên phần mềm, phường Hải Châu, Đà Nẵng'),
  employer('DN0108H', 'Công ty CP Vật liệu xây dựng Hòa Nhơn', 'Xã Hòa Vang, Đà Nẵng'),
  employer('DN0109K', 'Công ty TNHH Gỗ Điện Ngọc', 'Khu công nghiệp Điện Nam - Điện Ngọc, Đà Nẵng'),
  employer('HC0110L', 'Trường Tiểu học Hoa Sữa', 'Phường Hòa Cường, Đà Nẵng'),
  employer('HC0111M', 'Trung tâm Y tế phường An Khê', 'Phường An Khê, Đà Nẵng'),
  employer('DN0112N', 'Công ty CP Lốp xe Liên Chiểu', 'Khu công nghiệp Liên Chiểu, Đà Nẵng'),
  employer('TK0113P', 'Văn phòng Luật sư Bạch Đằng', 'Phường Hải Châu, Đà Nẵng'),
  employer('HX0114Q', 'Hợp tác xã Rau sạch Túy Loan', 'Xã Hòa Vang, Đà Nẵng'),
  employer('DN0115R', 'Công ty TNHH Bao bì Tam Thăng', 'Khu công nghiệp Tam Thăng, Đà Nẵng'),
];

/** Job and position. */
export const jobs: readonly (readonly [job: string, position: string])[] = [
  ['Công nhân may', 'Công nhân'],
  ['Kỹ thuật viên', 'Nhân viên'],
  ['Tổ trưởng sản xuất', 'Tổ trưởng'],
  ['Kế toán viên', 'Nhân viên'],
  ['Nhân viên kinh doanh', 'Nhân viên'],
  ['Lái xe', 'Nhân viên'],
  ['Lễ tân', 'Nhân viên'],
  ['Lập trình viên', 'Nhân viên'],
  ['Giáo viên', 'Giáo viên'],
  ['Điều dưỡng', 'Viên chức'],
  ['Thủ kho', 'Nhân viên'],
  ['Quản đốc phân xưởng', 'Quản đốc'],
];

/** Commune code, as inside an address today, and as it was with three levels. */
export const homes: readonly (readonly [commune: string, now: string, before: string])[] = [
  ['20242', 'phường Hải Châu', 'phường Hải Châu I, quận Hải Châu'],
  ['20257', 'phường Hòa Cường', 'phường Hòa Cường Bắc, quận Hải Châu'],
  ['20209', 'phường Thanh Khê', 'phường Thanh Khê Đông, quận Thanh Khê'],
  ['20305', 'phường An Khê', 'phường An Khê, quận Thanh Khê'],
  ['20263', 'phường Sơn Trà', 'phường Thọ Quang, quận Sơn Trà'],
  ['20275', 'phường An Hải', 'phường An Hải Bắc, quận Sơn Trà'],
  ['20285', 'phường Ngũ Hành Sơn', 'phường Mỹ An, quận Ngũ Hành Sơn'],
  ['20197', 'phường Liên Chiểu', 'phường Hòa Minh, quận Liên Chiểu'],
  ['20200', 'phường Hòa Khánh', 'phường Hòa Khánh Bắc, quận Liên Chiểu'],
  ['20260', 'phường Cẩm Lệ', 'phường Khuê Trung, quận Cẩm Lệ'],
  ['20320', 'xã Hòa Vang', 'xã Hòa Phong, huyện Hòa Vang'],
];

export const streets = ['Nguyễn Chí Thanh', 'Trần Cao Vân', 'Lê Duẩn', 'Hoàng Diệu', 'Núi Thành', 'Ngô Quyền', 'Điện Biên Phủ', 'Tôn Đức Thắng', 'Ông Ích Đường', 'Lê Văn Hiến', 'Hàm Nghi', 'Phan Châu Trinh'] as const;

/** Facilities of first registration, with their true codes. */
export const facilities = {
  danang: ['48001', 'Bệnh viện Đà Nẵng'],
  c: ['48002', 'Bệnh viện C Đà Nẵng'],
} as const;

/** The home with that index; indices go round. */
export const homeOf = (index: number): { communeCode: string; now: string; before: string } => {
  const [communeCode, now, before] = homes[index % homes.length] ?? ['20242', 'phường Hải Châu', 'quận Hải Châu'];
  return { communeCode, now, before };
};
