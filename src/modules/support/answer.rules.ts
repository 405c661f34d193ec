/** A part of an answer: a paragraph, or a list of points. */
export type Block =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'list'; readonly items: readonly string[] };

const POINT = /^[-•]\s+/;

/** Lines to paragraphs and lists: a line that begins with a dash is a point. */
export const blocksOf = (answer: string): Block[] => {
  const blocks: Block[] = [];
  let points: string[] = [];
  const close = (): void => {
    if (points.length) blocks.push({ kind: 'list', items: points });
    points = [];
  };
  for (const line of answer.split('\n').map((text) => text.trim())) {
    if (POINT.test(line)) points.push(line.replace(POINT, ''));
    else {
      close();
      if (line) blocks.push({ kind: 'text', text: line });
    }
  }
  close();
  return blocks;
};

const PLACE = /\{([a-z0-9_]+)\}/g;

/** Figures in force put in their places; a place that nobody knows stays as it is, for the editor to see. */
export const filled = (text: string, figures: Readonly<Record<string, string>>): string =>
  text.replace(PLACE, (place, name: string) => figures[name] ?? place);

/** Names of places that have no figure. */
export const unknownPlaces = (text: string, known: readonly string[]): string[] =>
  [...text.matchAll(PLACE)].map(([, name = '']) => name).filter((name) => !known.includes(name));

/** The beginning of an answer as one line. */
export const beginningOf = (text: string, most: number): string => {
  const line = text.replace(/\n-?\s*/g, ' ').trim();
  if (line.length <= most) return line;
  return `${line.slice(0, line.lastIndexOf(' ', most)).replace(/[,;:.]+$/, '')} …`;
};
