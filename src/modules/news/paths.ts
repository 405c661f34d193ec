const LIST = '/tin-tuc';
const OFFICER = '/can-bo/tin-tuc';
const PLANS = '/can-bo/ke-hoach-truyen-thong';

/** Widths in which a picture is kept, in pixels. */
export type PictureSize = 480 | 1280;

/** Every address of this module. */
export const paths = {
  list: LIST,
  feed: `${LIST}/rss.xml`,
  category: (code: string): string => `${LIST}/chuyen-muc/${code}`,
  article: (slug: string): string => `${LIST}/${slug}`,
  /** `file` is a name with its width, see `pictureFile`. */
  picture: (file: string): string => `${LIST}/anh/${file}`,
  desk: OFFICER,
  start: `${OFFICER}/moi`,
  edit: (id: string): string => `${OFFICER}/${id}`,
  pictures: (id: string): string => `${OFFICER}/${id}/anh`,
  deskPicture: (id: string, file: string): string => `${OFFICER}/${id}/anh/${file}`,
  version: (id: string, number: number | string): string => `${OFFICER}/${id}/ban/${number}`,
  restore: (id: string, number: number | string): string => `${OFFICER}/${id}/ban/${number}/khoi-phuc`,
  release: (id: string): string => `${OFFICER}/${id}/dang`,
  schedule: (id: string): string => `${OFFICER}/${id}/hen-gio`,
  unschedule: (id: string): string => `${OFFICER}/${id}/hen-gio/bo`,
  withdraw: (id: string): string => `${OFFICER}/${id}/go`,
  pin: (id: string): string => `${OFFICER}/${id}/ghim`,
  remove: (id: string): string => `${OFFICER}/${id}/xoa`,
  categories: `${OFFICER}/chuyen-muc`,
  startCategory: `${OFFICER}/chuyen-muc/moi`,
  editCategory: (code: string): string => `${OFFICER}/chuyen-muc/${code}`,
  plans: PLANS,
  startPlan: `${PLANS}/moi`,
  plan: (id: string): string => `${PLANS}/${id}`,
  addMaterial: (id: string): string => `${PLANS}/${id}/tep`,
  material: (id: string, file: string): string => `${PLANS}/${id}/tep/${file}`,
  removeMaterial: (id: string, file: string): string => `${PLANS}/${id}/tep/${file}/xoa`,
} as const;

export const pictureFile = (name: string, size: PictureSize): string => `${name}-${size}.webp`;

/** An address with those parts of a query that are filled in. */
export const withQuery = (path: string, params: Readonly<Record<string, string>>): string => {
  const filled = Object.entries(params).filter(([, value]) => value !== '');
  return filled.length ? `${path}?${new URLSearchParams(filled).toString()}` : path;
};
