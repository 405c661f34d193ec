import type { Day } from '../../core/clock.js';

export type Relation = 'mother' | 'father' | 'guardian';
export type GuardianPaper = 'birth-certificate' | 'adoption' | 'recognition' | 'court';

export const relationWords: Readonly<Record<Relation, string>> = {
  mother: 'Mẹ',
  father: 'Cha',
  guardian: 'Người giám hộ',
};

export const paperWords: Readonly<Record<GuardianPaper, string>> = {
  'birth-certificate': 'Giấy khai sinh',
  adoption: 'Giấy chứng nhận nuôi con nuôi',
  recognition: 'Quyết định công nhận việc giám hộ',
  court: 'Quyết định của Tòa án',
};

/** Papers that show a parent; a guardian who is none needs a decision. */
const OF_PARENTS: readonly GuardianPaper[] = ['birth-certificate', 'adoption'];

/** Full age, and the age from which a child is asked as well (Law 91/2025 on personal data). */
const ADULT = 18;
const ASKED = 7;

/**
 * The first day on which a person may have reached an age. Of a birth date that is known by month or year only the
 * earliest day counts: nobody's data is open to others for longer than is sure.
 */
const birthday = (birthDate: string, age: number): Day => {
  const [year = '', month = '01', day = '01'] = birthDate.split('-');
  const turns = `${Number(year) + age}-${month}-${day}`;
  // Who was born on 29 February turns an age on 1 March of a common year.
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  return day === '29' && month === '02' && leap && (Number(year) + age) % 4 !== 0
    ? `${Number(year) + age}-03-01`
    : turns;
};

export const isAdult = (birthDate: string, today: Day): boolean => birthday(birthDate, ADULT) <= today;

/** Whether the ward is old enough to be asked, and not yet of age. */
export const mustBeAsked = (birthDate: string, today: Day): boolean =>
  birthday(birthDate, ASKED) <= today && !isAdult(birthDate, today);

/** The day before full age. */
export const lastDayAsChild = (birthDate: string): Day => {
  const end = new Date(`${birthday(birthDate, ADULT)}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() - 1);
  return end.toISOString().slice(0, 10);
};

/** Whether it opens a record on a day. */
export const inForce = (
  { endedAt, until }: { readonly endedAt: Date | null; readonly until: Day | null },
  today: Day,
): boolean => endedAt === null && (until === null || until >= today);

export interface Person {
  readonly insuranceNumber: string;
  readonly birthDate: string;
}

export interface Claim {
  readonly ward: Person;
  readonly guardian: Person;
  readonly relation: Relation;
  readonly paper: GuardianPaper;
  readonly until: Day | null;
  readonly wardAgreed: boolean;
}

/** Field of the form and what is wrong with it. */
export interface ClaimFault {
  readonly field: 'so' | 'quanHe' | 'giayTo' | 'den' | 'dongY';
  readonly message: string;
}

/** Why this guardian cannot be registered for this ward; undefined when he can. */
export const claimFault = (claim: Claim, today: Day): ClaimFault | undefined => {
  const { ward, guardian, relation, paper, until, wardAgreed } = claim;
  if (ward.insuranceNumber === guardian.insuranceNumber)
    return { field: 'so', message: 'Đây là mã số của chính người được giám hộ. Nhập mã số của người giám hộ.' };
  if (!isAdult(guardian.birthDate, today))
    return { field: 'so', message: 'Người giám hộ chưa đủ 18 tuổi. Kiểm tra lại mã số.' };
  const grownUp = isAdult(ward.birthDate, today);
  if (grownUp && relation !== 'guardian')
    return { field: 'quanHe', message: 'Người này đã đủ 18 tuổi: cha mẹ chỉ xem được khi có quyết định giám hộ.' };
  if (OF_PARENTS.includes(paper) !== (relation !== 'guardian'))
    return {
      field: 'giayTo',
      message:
        relation === 'guardian'
          ? 'Người giám hộ không phải cha mẹ cần quyết định công nhận việc giám hộ hoặc của Tòa án.'
          : 'Với cha mẹ, chọn giấy khai sinh hoặc giấy chứng nhận nuôi con nuôi.',
    };
  if (until !== null && until < today) return { field: 'den', message: 'Ngày này đã qua. Nhập ngày sau hôm nay.' };
  if (mustBeAsked(ward.birthDate, today) && !wardAgreed)
    return { field: 'dongY', message: 'Trẻ từ đủ 7 tuổi phải được hỏi và đồng ý. Đánh dấu khi bạn đã hỏi.' };
  return undefined;
};

/** The last day that counts: a child's ends with childhood whatever was asked for. */
export const untilOf = (ward: Person, asked: Day | null, today: Day): Day | null => {
  if (isAdult(ward.birthDate, today)) return asked;
  const end = lastDayAsChild(ward.birthDate);
  return asked !== null && asked < end ? asked : end;
};
