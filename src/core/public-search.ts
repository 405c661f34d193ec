/** What a guest looks for: as typed, and folded (lower case, marks off, đ to d). */
export interface SearchWords {
  readonly text: string;
  readonly folded: string;
}

/** One thing that anybody may open. */
export interface Found {
  readonly title: string;
  readonly href: string;
  /** A line below the title: an address, a day, the beginning of an answer. */
  readonly text?: string;
}

/** One kind of public thing that the search of the header finds. */
export interface PublicSearch {
  /** Heading above what was found: "Cơ quan BHXH". */
  readonly title: string;
  /** Name of a Bootstrap icon that is in the sprite. */
  readonly icon: string;
  /** Smaller comes first. */
  readonly order: number;
  /** Takes whole sentences and finds by their sense: fit to answer a question. */
  readonly answers?: boolean;
  /** Page with all that fits; offered when `find` gave as many as it was asked for. */
  all?(words: SearchWords): string;
  /** The best fitting first, at most `limit`, by an index; each word is the start of a word of what is found. */
  find(words: SearchWords, limit: number): Promise<readonly Found[]>;
}

/** How well a text fits: 2 when it holds the words as typed, marks and all, 1 without marks, 0 not at all. */
export const fitOf = (name: string, folded: string, { text, folded: typed }: SearchWords): 0 | 1 | 2 => {
  const starts = typed.split(' ').every((word) => folded.split(/[^a-z0-9]+/).some((own) => own.startsWith(word)));
  if (!starts) return 0;
  return name.toLowerCase().includes(text.toLowerCase()) ? 2 : 1;
};
