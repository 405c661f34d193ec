/** Every address of this module. */
export const paths = {
  seen: '/ca-nhan/ai-da-xem',
  journal: '/can-bo/nhat-ky',
  retention: '/can-bo/quan-tri/luu-giu',
  retentionTrial: '/can-bo/quan-tri/luu-giu/chay-thu',
} as const;

/** A page of a list, from the row with this number on. */
export const olderThan = (path: string, below: number): string => `${path}?truoc=${below}`;
