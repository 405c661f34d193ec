/** What an e-mail says; text and HTML are two forms of the same words. */
export interface Letter {
  readonly subject: string;
  /** Empty where no name is known or needed. */
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** Label and value, shown as a list. */
  readonly facts?: readonly (readonly [string, string])[];
  readonly link?: { readonly label: string; readonly href: string };
}

/** An e-mail ready to be sent. */
export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const CLOSING =
  'Thư này gửi tự động, bạn không cần trả lời. Cơ quan BHXH không bao giờ hỏi mật khẩu hay mã OTP của bạn.';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');

/** Only web addresses become links: whatever else was put there stays text. */
const isWeb = (href: string): boolean => /^https?:\/\//.test(href);

const textOf = ({ greeting, paragraphs, facts = [], link }: Letter): string =>
  [
    greeting && `${greeting},`,
    ...paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    link && `${link.label}: ${link.href}`,
    `--\nAn Sinh\n${CLOSING}`,
  ]
    .filter(Boolean)
    .join('\n\n');

const linkHtml = ({ label, href }: NonNullable<Letter['link']>): string =>
  isWeb(href)
    ? `<p><a href="${escapeHtml(href)}">${escapeHtml(label)}</a></p>`
    : `<p>${escapeHtml(`${label}: ${href}`)}</p>`;

const htmlOf = ({ subject, greeting, paragraphs, facts = [], link }: Letter): string => {
  const body = [
    `<h1>${escapeHtml(subject)}</h1>`,
    greeting && `<p>${escapeHtml(greeting)},</p>`,
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    facts.length &&
      `<ul>${facts.map(([label, value]) => `<li>${escapeHtml(label)}: <strong>${escapeHtml(value)}</strong></li>`).join('')}</ul>`,
    link && linkHtml(link),
    `<hr><p>An Sinh<br>${escapeHtml(CLOSING)}</p>`,
  ].filter(Boolean);
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(subject)}</title>
<style>body{font:16px/1.6 sans-serif;color:#10241f;max-width:36em;margin:1em auto;padding:0 1em}h1{font-size:1.3em}a{color:#0b5a51}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
};

/** Puts a letter into its two forms. */
export const writeLetter = (letter: Letter): WrittenLetter => ({
  subject: letter.subject,
  text: textOf(letter),
  html: htmlOf(letter),
});
