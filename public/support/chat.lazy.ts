/**
 * The chat without leaving the page: forms are sent as they are, and the answer's page gives the new log and forms.
 * Whatever goes wrong, the form is sent the plain way.
 */
const box = document.querySelector<HTMLElement>('[data-chat]');

const parts = ['[data-log]', '[data-below]'];

/** New answers are added to the log, not the whole of it again: a reader hears only what is new. */
const extend = (log: Element, fresh: Element): void => {
  const known = log.children.length;
  const added = [...fresh.children].slice(known);
  if (added.length === 0) log.replaceChildren(...fresh.children);
  else {
    log.querySelector('#moi-nhat')?.removeAttribute('id');
    log.append(...added);
  }
};

const toLatest = (log: HTMLElement): void => {
  const mine = [...log.querySelectorAll<HTMLElement>('.me')].at(-1);
  if (mine && log.scrollHeight > log.clientHeight) log.scrollTop = mine.offsetTop - log.offsetTop - 8;
  else mine?.scrollIntoView({ block: 'start' });
};

const show = (html: string): boolean => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const [freshLog, freshBelow] = parts.map((part) => page.querySelector(part));
  const [log, below] = parts.map((part) => document.querySelector<HTMLElement>(part));
  if (!freshLog || !freshBelow || !log || !below) return false;
  extend(log, freshLog);
  below.replaceChildren(...freshBelow.childNodes);
  document.title = page.title;
  const fault = below.querySelector<HTMLElement>('[aria-invalid]');
  (fault ?? below.querySelector<HTMLElement>('[data-ask] input:not([type=hidden])'))?.focus({ preventScroll: !fault });
  if (!fault) toLatest(log);
  return true;
};

const send = async (form: HTMLFormElement, button: HTMLElement | null): Promise<void> => {
  const body = new URLSearchParams(
    [...new FormData(form, button)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
  box?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
    if (!(answer.ok || answer.status === 400) || !show(await answer.text())) form.submit();
  } catch {
    form.submit();
  } finally {
    box?.removeAttribute('aria-busy');
  }
};

box?.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  // The letter is a page of its own.
  if (form.matches('[data-plain]') || event.defaultPrevented) return;
  const button = event.submitter;
  event.preventDefault();
  void send(form, button);
});

// Without the script the page begins at its top: the last answer is what its reader waits for.
const log = box?.querySelector<HTMLElement>('[data-log]');
if (log?.querySelector('.me')) toLatest(log);

export {};
