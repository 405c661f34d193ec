/** What a bill lists: part, code, name, unit, price in đồng. */
const items = {
  exam: ['exam', '02.1896', 'Khám Nội tổng hợp', 'Lần', 50_600],
  examEar: ['exam', '15.1898', 'Khám Tai mũi họng', 'Lần', 50_600],
  examChild: ['exam', '03.1897', 'Khám Nhi', 'Lần', 50_600],
  bed: ['bed', 'K03.1918', 'Giường Nội khoa loại 2 hạng I, khoa Tiêu hóa', 'Ngày', 312_200],
  blood: ['test', '22.0120.1370', 'Tổng phân tích tế bào máu ngoại vi (bằng máy đếm laser)', 'Lần', 49_700],
  glucose: ['test', '23.0075.1494', 'Định lượng Glucose [Máu]', 'Lần', 22_400],
  lipid: ['test', '23.0041.1506', 'Định lượng Cholesterol toàn phần [Máu]', 'Lần', 28_000],
  creatinine: ['test', '23.0051.1494', 'Định lượng Creatinin [Máu]', 'Lần', 22_400],
  xray: ['imaging', '18.0119.0028', 'Chụp X-quang ngực thẳng', 'Lần', 73_300],
  ultrasound: ['imaging', '18.0015.0001', 'Siêu âm ổ bụng (gan mật, tụy, lách, thận, bàng quang)', 'Lần', 58_600],
  ecg: ['imaging', '02.0085.1778', 'Điện tim thường', 'Lần', 39_900],
  endoscopy: ['procedure', '02.0304.0134', 'Nội soi thực quản, dạ dày, tá tràng có sinh thiết', 'Lần', 468_800],
  dialysis: ['procedure', '02.0235.0116', 'Thận nhân tạo chu kỳ', 'Lần', 588_500],
  stitches: ['procedure', '03.3826.0075', 'Thay băng, cắt chỉ vết mổ', 'Lần', 40_300],
  amoxicillin: ['drug', '40.168', 'Amoxicilin + acid clavulanic 875 mg + 125 mg', 'Viên', 4_180],
  paracetamol: ['drug', '40.48', 'Paracetamol 500 mg', 'Viên', 189.5],
  omeprazole: ['drug', '40.677', 'Esomeprazol 40 mg', 'Viên', 2_415],
  amlodipine: ['drug', '40.491', 'Amlodipin 5 mg', 'Viên', 137],
  metformin: ['drug', '40.806', 'Metformin 850 mg', 'Viên', 462.5],
  saline: ['drug', '40.1021', 'Natri clorid 0,9%, chai 500 ml', 'Chai', 6_195],
  heparin: ['drug', '40.434', 'Heparin natri 25.000 IU/5 ml', 'Lọ', 119_700],
  syringe: ['supply', 'N03.02.070', 'Bơm tiêm nhựa dùng một lần 5 ml', 'Cái', 651],
  filter: ['supply', 'N07.06.040', 'Quả lọc thận nhân tạo, dùng lại, tính theo lần', 'Lần', 41_250],
} as const satisfies Readonly<Record<string, readonly [string, string, string, string, number]>>;

export type ItemName = keyof typeof items;
export const itemOf = (name: ItemName) => items[name];

/** A course of treatment: disease, what was done and how often. */
export interface Treatment {
  readonly icd10: string;
  readonly diagnosis: string;
  readonly other?: string;
  readonly department: string;
  /** Days in hospital; none for an outpatient. */
  readonly nights?: number;
  readonly bill: readonly (readonly [ItemName, quantity: number])[];
  /** Outside what the fund covers, paid by the patient. */
  readonly own?: readonly (readonly [name: string, unit: string, price: number])[];
}

export const treatments: readonly Treatment[] = [
  {
    ...{ icd10: 'J02', diagnosis: 'Viêm họng cấp', department: 'Khoa Khám bệnh' },
    bill: [['examEar', 1], ['blood', 1], ['amoxicillin', 14], ['paracetamol', 15]],
  },
  {
    ...{ icd10: 'I10', diagnosis: 'Tăng huyết áp vô căn (nguyên phát)', department: 'Khoa Nội tim mạch' },
    other: 'E78 - Rối loạn chuyển hóa lipoprotein và tình trạng tăng lipid máu khác',
    bill: [['exam', 1], ['glucose', 1], ['lipid', 1], ['creatinine', 1], ['ecg', 1], ['ultrasound', 1], ['xray', 1], ['blood', 1], ['amlodipine', 30]],
    own: [['Gói đo huyết áp 24 giờ theo yêu cầu', 'Lần', 120_000]],
  },
  {
    ...{ icd10: 'K29', diagnosis: 'Viêm dạ dày và tá tràng', department: 'Khoa Nội tiêu hóa', nights: 5 },
    other: 'K21 - Bệnh trào ngược dạ dày - thực quản',
    bill: [['exam', 1], ['bed', 5], ['blood', 2], ['creatinine', 1], ['ultrasound', 1], ['endoscopy', 1], ['omeprazole', 20], ['saline', 6], ['syringe', 12]],
    own: [['Chênh lệch phòng điều trị theo yêu cầu', 'Ngày', 250_000]],
  },
  {
    ...{ icd10: 'E11', diagnosis: 'Bệnh đái tháo đường không phụ thuộc insuline', department: 'Khoa Nội tiết' },
    bill: [['exam', 1], ['glucose', 1], ['lipid', 1], ['creatinine', 1], ['metformin', 60]],
  },
  {
    ...{ icd10: 'J20', diagnosis: 'Viêm phế quản cấp', department: 'Khoa Khám bệnh' },
    bill: [['exam', 1], ['xray', 1], ['blood', 1], ['amoxicillin', 14], ['paracetamol', 10]],
  },
  {
    ...{ icd10: 'S61', diagnosis: 'Vết thương hở ở cổ tay và bàn tay', department: 'Khoa Ngoại' },
    bill: [['exam', 1], ['stitches', 3], ['amoxicillin', 14], ['syringe', 2]],
  },
];

export const childTreatment: Treatment = {
  ...{ icd10: 'J06', diagnosis: 'Nhiễm trùng đường hô hấp trên cấp ở nhiều vị trí hoặc vị trí không xác định', department: 'Khoa Nhi' },
  bill: [['examChild', 1], ['blood', 1], ['paracetamol', 10]],
};

/** Three times a week, for years. */
export const dialysis: Treatment = {
  ...{ icd10: 'N18', diagnosis: 'Suy thận mạn tính', department: 'Khoa Nội thận - Lọc máu' },
  bill: [['dialysis', 1], ['filter', 1], ['heparin', 1], ['saline', 3], ['syringe', 2]],
};
