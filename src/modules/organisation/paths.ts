const UPLOADS = '/can-bo/quan-tri/nhap-du-lieu';

/** Every address of this module. */
export const paths = {
  uploads: UPLOADS,
  columns: `${UPLOADS}/cot/:kind`,
  template: `${UPLOADS}/cot/:kind/mau.csv`,
} as const;

export const columnsPath = (kind: string): string => paths.columns.replace(':kind', kind);
export const templatePath = (kind: string): string => paths.template.replace(':kind', kind);

/** Pages of one file that was uploaded. */
export const upload = (id: string) =>
  ({
    page: `${UPLOADS}/${id}`,
    cancel: `${UPLOADS}/${id}/dung`,
    forReal: `${UPLOADS}/${id}/nap-that`,
    refused: `${UPLOADS}/${id}/dong-loi.csv`,
  }) as const;

/** The history, from the file behind this one on. */
export const olderThan = (id: string): string => `${UPLOADS}?truoc=${id}`;

const AGENCIES = '/can-bo/quan-tri/co-quan';

/** Pages on which administrators keep the agencies. */
export const agencyPaths = {
  list: AGENCIES,
  add: `${AGENCIES}/moi`,
  row: (code: string): string => `${AGENCIES}/${code}`,
  close: (code: string): string => `${AGENCIES}/${code}/ngung`,
  reopen: (code: string): string => `${AGENCIES}/${code}/mo-lai`,
} as const;

const CALENDAR = '/can-bo/quan-tri/lich-lam-viec';

/** Pages on which administrators keep holidays and swapped working days. */
export const calendarPaths = {
  list: (params: Readonly<Record<string, string>> = {}): string => {
    const query = new URLSearchParams(params).toString();
    return query ? `${CALENDAR}?${query}` : CALENDAR;
  },
  day: (day: string): string => `${CALENDAR}/${day}`,
  removeDay: (day: string): string => `${CALENDAR}/${day}/xoa`,
} as const;

const SETTINGS = '/can-bo/quan-tri/cai-dat';

/** Pages on which administrators keep the dated settings and rates. */
export const settingPaths = {
  list: SETTINGS,
  one: (name: string): string => `${SETTINGS}/${name}`,
  value: (name: string, day: string): string => `${SETTINGS}/${name}/${day}`,
  removeValue: (name: string, day: string): string => `${SETTINGS}/${name}/${day}/bo`,
} as const;
