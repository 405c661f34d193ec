/** A point as the page hands it over. */
export interface MapPoint {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly address?: string;
  readonly phone?: string;
  /** The way there. */
  readonly href?: string;
  /** Only near by. */
  readonly approximate?: boolean;
}

export const element = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  { cls, text, ...attributes }: { cls?: string; text?: string } & Readonly<Record<string, string | undefined>>,
  ...children: readonly Node[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name);
  if (cls) made.className = cls;
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

/** Only what lies on the earth and has a name. */
const isPoint = (value: unknown): value is MapPoint => {
  const { id, name, lat, lon } = (value ?? {}) as Record<string, unknown>;
  return typeof id === 'string' && typeof name === 'string' && Number.isFinite(lat) && Number.isFinite(lon);
};

/** The points of the page; none when they cannot be read. */
export const readPoints = (json: string | undefined): MapPoint[] => {
  try {
    const read: unknown = JSON.parse(json ?? '[]');
    return Array.isArray(read) ? read.filter(isPoint) : [];
  } catch {
    return [];
  }
};

/** The row of the list that tells of a point. */
export const rowOf = ({ id }: MapPoint): HTMLElement | null => document.getElementById(`diem-${id}`);
