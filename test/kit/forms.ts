/** A form as it stands on a page. */
export interface FoundForm {
  readonly action: string;
  /** Names and values of hidden inputs, which a browser sends along unasked. */
  readonly hidden: Readonly<Record<string, string>>;
  /** Names of the inputs people fill in, with their types, in the order of the page. */
  readonly inputs: readonly { readonly name: string; readonly type: string }[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' };

/** Text of an attribute or element without its HTML escapes. */
export const unescapeHtml = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|#34);/g, (_, name: string) => ENTITIES[name] ?? '');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}\\s*=\\s*("([^"]*)"|'([^']*)')`, 'i').exec(tag);
  return found ? unescapeHtml(found[2] ?? found[3] ?? '') : undefined;
};

/** Every form of a page that posts. */
export const formsOf = (html: string, pagePath: string): FoundForm[] =>
  [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/gi)]
    .filter(([, tag = '']) => (attribute(tag, 'method') ?? 'get').toLowerCase() === 'post')
    .map(([, tag = '', body = '']) => {
      const inputs = [...body.matchAll(/<input\b[^>]*>/gi)].map(([input]) => ({
        name: attribute(input, 'name') ?? '',
        type: (attribute(input, 'type') ?? 'text').toLowerCase(),
        value: attribute(input, 'value') ?? '',
      }));
      const named = inputs.filter(({ name }) => name !== '');
      return {
        action: attribute(tag, 'action') ?? pagePath,
        hidden: Object.fromEntries(
          named.filter(({ type }) => type === 'hidden').map(({ name, value }) => [name, value]),
        ),
        inputs: named.filter(({ type }) => type !== 'hidden').map(({ name, type }) => ({ name, type })),
      };
    });

/** The text a reader sees: tags, scripts and escapes taken away, blanks put together. */
export const visibleText = (html: string): string =>
  unescapeHtml(html.replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
