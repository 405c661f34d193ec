import { announce } from '../shared/dom.js';

/** Milliseconds between two looks. */
const PACE = 2_000;

/** What is being done is looked at again and again until it has ended; without scripts the page reloads by itself. */
const followProgress = async (): Promise<void> => {
  for (let shown = document.querySelector('[data-live]'); shown;) {
    await new Promise((resolve) => setTimeout(resolve, PACE));
    if (document.hidden || shown.contains(document.activeElement)) continue;
    const answer = await fetch(location.href).catch(() => undefined);
    if (!answer?.ok || answer.redirected) continue;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[aria-labelledby="tien-do"]');
    if (!fresh) return;
    shown.replaceWith(fresh);
    shown = fresh.matches('[data-live]') ? fresh : null;
    // The rest of the page (end, buttons) belongs to what has ended.
    if (!shown) {
      document
        .querySelector('[aria-labelledby="tep"]')
        ?.replaceWith(page.querySelector('[aria-labelledby="tep"]') ?? '');
      announce('Lượt nạp đã kết thúc.');
    }
  }
};

void followProgress();
