/** How far a plan is. */
export type PlanState = 'planned' | 'running' | 'done' | 'dropped';

export const PLAN_STATES: Readonly<Record<PlanState, string>> = {
  planned: 'Sắp làm',
  running: 'Đang làm',
  done: 'Đã xong',
  dropped: 'Không làm nữa',
};

/** By what the message reaches people. */
export const CHANNELS = {
  portal: 'Trang An Sinh',
  press: 'Báo, đài, truyền hình',
  leaflet: 'Tờ rơi, áp phích',
  meeting: 'Hội nghị, tập huấn',
  desk: 'Bàn lưu động',
  social: 'Mạng xã hội',
} as const;
export type Channel = keyof typeof CHANNELS;

/** Whom it is for. */
export const AUDIENCES = {
  everybody: 'Mọi người',
  participants: 'Người đang tham gia',
  newcomers: 'Người chưa tham gia',
  units: 'Đơn vị sử dụng lao động',
} as const;
export type Audience = keyof typeof AUDIENCES;

/** What a plan works with: a name and where it lies. */
export interface Material {
  readonly name: string;
  readonly href: string;
}

const isLink = (href: string): boolean =>
  /^\/(?!\/)/.test(href) || (URL.canParse(href) && ['http:', 'https:'].includes(new URL(href).protocol));

/** One a line: "Tờ rơi A5 | https://...". The number of the first line that is none of this, or all of them. */
export const materialsIn = (text: string): readonly Material[] | number => {
  const materials: Material[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [name = '', href = '', ...more] = line.split('|').map((part) => part.trim());
    if (name === '' || more.length > 0 || !isLink(href)) return index + 1;
    materials.push({ name, href });
  }
  return materials;
};
