import { clean, fold } from '../../core/text.js';

/** One question of a conversation and which answer it got: `faq:code`, `offices:48`, `none` ... */
export interface Turn {
  readonly text: string;
  readonly answer: string;
}

export const LONGEST_QUESTION = 300;
/** What stands longer ago is forgotten: the page carries all of it. */
const MOST_TURNS = 12;

const ANSWER =
  /^(?:none|hello|thanks|about|dossier|seen|faq:[a-z0-9-]{1,80}|offices:\d{2}(?::[\d.]{0,80})?|found:[a-z0-9 ]{1,80})$/;

/** The conversation as the page carries it: nothing of it is kept on the server. */
export const packed = (turns: readonly Turn[]): string =>
  JSON.stringify(turns.slice(-MOST_TURNS).map(({ text, answer }) => [text, answer]));

/** What came back from a page. It is only what its reader sent: whatever does not fit is left out. */
export const unpacked = (text: string): Turn[] => {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  return list.slice(-MOST_TURNS).flatMap((item): Turn[] => {
    const [question, answer] = Array.isArray(item) ? (item as unknown[]) : [];
    if (typeof question !== 'string' || typeof answer !== 'string' || !ANSWER.test(answer)) return [];
    return [{ text: clean(question).slice(0, LONGEST_QUESTION), answer }];
  });
};

const HELLO =
  /^(xin )?(chao|hello|hi|hey|alo|chao (ban|em|anh|chi|ad|admin|bot))( (ban|em|anh|chi|ad|admin|bot|a|nhe))*$/;
const THANKS =
  /^(cam on|cam on (ban|em|nhieu|ad)|thank|thanks|tks|ok|oke|okay|da|vang|tam biet|bye)( (ban|em|nhieu|nhe|a|ad|roi))*$/;
const ABOUT = /^(ban|may|em|bot) (la ai|ten gi|ten la gi|bao nhieu tuoi|lam duoc gi|co phai (nguoi|robot|may).*)$/;

/** Words that are no question. */
export const smallTalk = (text: string): 'hello' | 'thanks' | 'about' | undefined => {
  const plain = fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (HELLO.test(plain)) return 'hello';
  if (THANKS.test(plain)) return 'thanks';
  return ABOUT.test(plain) ? 'about' : undefined;
};

const DOSSIER = /\b(\d{5,6})\s?[/.-]?\s?(20\d{2})\s?[/.-]?\s?(\d{5})\b/;
const PHONE = /(?:^|[^\d])((?:\+?84|0)[\s.]?\d(?:[\s.]?\d){8})(?!\d)/;

/** A dossier number and a phone somebody typed into the chat: they go into fields of their own, not into the talk. */
export const dossierIn = (text: string): { readonly number: string; readonly phone: string } | undefined => {
  const [whole, running, year, agency] = DOSSIER.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const rest = text.replace(whole, ' ');
  return { number: `${running}/${year}/${agency}`, phone: PHONE.exec(rest)?.[1]?.replace(/[\s.]/g, '') ?? '' };
};

const NUMBERS = /\+?\d(?:[\s./-]?\d){3,}/g;
const MAIL = /[^\s@]+@[^\s@]+/g;
const NAMED = /((?:tên(?: là| tôi là| em là)?|tôi là|em là|mình là|cháu là|họ tên)\s*:?\s*)(?:\p{Lu}\p{Ll}+\s?){2,5}/gu;

/** A question without what tells who asks: numbers, addresses, names that are said to be one. */
export const masked = (text: string): string =>
  text.replace(MAIL, '[thư]').replace(NUMBERS, '[số]').replace(NAMED, '$1[tên] ').trim();
