import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type sanitizeHtml from 'sanitize-html';

/** A picture that a text may name as `anh:<name>`. */
export interface NamedPicture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export interface Surroundings {
  readonly pictures: readonly NamedPicture[];
  /** Where a picture is served, in one of its two widths. */
  pictureHref(name: string, size: 480 | 1280): string;
  /** Address of the portal: links that lead elsewhere are marked. */
  readonly ownAddress: string;
}

/** Loaded at first use: the start of a process needs neither. */
const load = async () => {
  const [{ default: Markdown }, { default: sanitize }] = await Promise.all([
    import('markdown-it'),
    import('sanitize-html'),
  ]);
  return { parser: new Markdown({ html: false, linkify: false, breaks: false }), sanitize };
};
let loaded: ReturnType<typeof load> | undefined;
const tools = (): ReturnType<typeof load> => (loaded ??= load());

const nameIn = (source: unknown): string =>
  /^anh:([0-9a-f]{20})$/.exec(typeof source === 'string' ? source : '')?.[1] ?? '';

const escapeAttribute = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Only pictures of the article itself are shown; of any other source nothing but the words stays. */
const imageOf = (source: unknown, alt: string, { pictures, pictureHref }: Surroundings): string => {
  const picture = pictures.find(({ name }) => name === nameIn(source));
  if (!picture) return escapeAttribute(alt);
  const { name, width, height } = picture;
  const [small, large] = [pictureHref(name, 480), pictureHref(name, 1280)];
  return `<img src="${small}" srcset="${small} 480w, ${large} 1280w" sizes="(max-width: 720px) 100vw, 680px" width="${width}" height="${height}" alt="${escapeAttribute(alt)}" loading="lazy">`;
};

/** The title of the page is the only heading of the first level. */
const LOWERED: Readonly<Record<string, string>> = { h1: 'h2', h5: 'h4', h6: 'h4' };

const wordsOf = (token: Token): string => (token.children ?? []).map(({ content }) => content).join('');

const applyRules = (parser: InstanceType<typeof MarkdownIt>, env: Surroundings): void => {
  const { rules } = parser.renderer;
  rules['image'] = (tokens, index) => {
    const token = tokens[index];
    return token ? imageOf(token.attrGet('src'), wordsOf(token), env) : '';
  };
  // A wide table scrolls by itself, by keyboard too.
  rules['table_open'] = () => '<div class="tbl-wrap" tabindex="0" role="region" aria-label="Bảng"><table class="tbl">';
  rules['table_close'] = () => '</table></div>';
  for (const kind of ['th', 'td'])
    rules[`${kind}_open`] = (tokens, index) => {
      const right = /right/.test(String(tokens[index]?.attrGet('style') ?? ''));
      return `<${kind}${kind === 'th' ? ' scope="col"' : ''}${right ? ' class="r"' : ''}>`;
    };
};

/** The second wall: whatever the parser may let through, nothing else than this leaves. */
const wall = (sanitize: typeof sanitizeHtml, ownAddress: string): sanitizeHtml.IOptions => ({
  allowedTags: [
    ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 's', 'a', 'blockquote', 'code', 'pre'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'img', 'div'],
  ],
  allowedAttributes: {
    a: ['href', 'rel'],
    img: ['src', 'srcset', 'sizes', 'width', 'height', 'alt', 'loading'],
    div: ['class', 'tabindex', 'role', 'aria-label'],
    table: ['class'],
    th: ['scope', 'class'],
    td: ['class'],
    ol: ['start'],
  },
  allowedClasses: { div: ['tbl-wrap'], table: ['tbl'], th: ['r'], td: ['r'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  transformTags: {
    a: (_, attributes) => {
      const outside = /^https?:/i.test(attributes['href'] ?? '') && !attributes['href']?.startsWith(`${ownAddress}/`);
      return { tagName: 'a', attribs: outside ? { ...attributes, rel: 'noopener' } : attributes };
    },
    ...Object.fromEntries(Object.entries(LOWERED).map(([from, to]) => [from, sanitize.simpleTransform(to, {})])),
  },
});

/** HTML of a text: what is typed as HTML shows as the characters it is. */
export const renderBody = async (body: string, env: Surroundings): Promise<string> => {
  const { parser, sanitize } = await tools();
  applyRules(parser, env);
  return sanitize(parser.render(body), wall(sanitize, env.ownAddress));
};

const imagesOf = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token) => (token.type === 'image' ? [token] : imagesOf(token.children ?? [])));

/** What is wrong with the pictures of a text, as a sentence; nothing when all is well. */
export const faultOfPictures = async (body: string, pictures: readonly string[]): Promise<string | undefined> => {
  const { parser } = await tools();
  for (const [index, image] of imagesOf(parser.parse(body, {})).entries()) {
    const place = `Ảnh thứ ${index + 1} trong nội dung`;
    if (wordsOf(image).trim() === '')
      return `${place} chưa có chữ thay thế. Ghi ảnh cho thấy gì vào trong ngoặc vuông: ![Quầy tiếp nhận](anh:...).`;
    if (!pictures.includes(nameIn(image.attrGet('src'))))
      return `${place} không phải ảnh của bài này. Thêm ảnh ở mục Ảnh của bài rồi chép đoạn chữ ở đó.`;
  }
  return undefined;
};
