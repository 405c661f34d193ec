import type { Browser } from './browser.js';
import { formsOf } from './forms.js';

/** Fills in whatever sign-in page there is: the text input beside the password input is the name. */
export const signIn = async (browser: Browser, path: string, name: string, password: string): Promise<Browser> => {
  const page = await browser.get(path);
  const form = formsOf(page.text, path).find(({ inputs }) => inputs.some(({ type }) => type === 'password'));
  const secret = form?.inputs.find(({ type }) => type === 'password');
  const user = form?.inputs.find(({ type }) => type === 'text' || type === 'tel');
  if (!form || !secret || !user) throw new Error(`no sign-in form at ${path} (status ${page.status})`);
  const answer = await browser.send(form.action, { ...form.hidden, [user.name]: name, [secret.name]: password });
  if (answer.status !== 303) throw new Error(`signing in as ${name} was answered with ${answer.status}`);
  return browser;
};
