/** Words of ASCII and composed letters with single blanks between them: nearly every text that comes in. */
const CLEAN = /^[!-~À-ɏẠ-ỹ]*(?: [!-~À-ɏẠ-ỹ]+)*$/;

/** One form for every text that comes in: NFC, no control or zero-width characters, single blanks, trimmed. */
export const clean = (text: string): string =>
  CLEAN.test(text)
    ? text
    : text
        .normalize('NFC')
        .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim();

/** Clean text of several paragraphs: lines stay, no more than one empty line between two. */
export const cleanLines = (text: string): string =>
  text
    .split(/\r?\n/)
    .map(clean)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Lower case, marks off, đ to d: the form in which names are searched. "Đặng Thị Ánh" folds to "dang thi anh". */
export const fold = (text: string): string =>
  clean(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();

/** ASCII only, as an SMS of one segment needs it; case is kept, what has no ASCII form is dropped. */
export const toAscii = (text: string): string =>
  clean(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[–—]/g, '-')
    .replace(/[^\x20-\x7e]/g, '');

/** The words of a name in folded form, as the search index keeps them. */
export const nameWords = (name: string): string[] => [
  ...new Set(
    fold(name)
      .split(/[^a-z0-9]+/)
      .filter(Boolean),
  ),
];
