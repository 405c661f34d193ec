/** One answer to begin with; the office changes it on its own page later. */
export interface FaqEntry {
  /** Its address, and its natural key. */
  readonly code: string;
  readonly question: string;
  /** Other ways in which people ask for it. */
  readonly asks: readonly string[];
  /** Paragraphs and lines that begin with "- "; {names} are filled with the figures in force when it is read. */
  readonly answer: string;
  readonly source: string;
  /** Page of the portal that does it, and the words of the link. */
  readonly link?: readonly [href: string, text: string];
}

export interface FaqGroup {
  readonly code: string;
  readonly entries: readonly FaqEntry[];
}

/** When the answers were written from their sources. */
export const AS_OF = '2026-11-20';

export const LETTER = 'Công văn 3717/BHXH-CNTT ngày 25/11/2020 của BHXH Việt Nam';
export const LETTER_1 = `${LETTER}, Phụ lục 01`;
export const GUIDE = 'Hướng dẫn sử dụng cổng An Sinh';
export const SI_LAW = 'Luật Bảo hiểm xã hội 41/2024/QH15';
export const HI_LAW = 'Luật Bảo hiểm y tế và Nghị định 188/2025/NĐ-CP';
export const DATA_LAW = 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP';
