import { announce, onInside } from './dom.js';

/** After this time a form may be sent again: a download leaves the page as it is. */
const RELEASE_AFTER = 10_000;

/**
 * A form that is on its way is not sent twice. The button keeps its words and its look; who presses again is told why
 * nothing happens. Coming back with the browser's arrow makes the form usable again.
 */
export const guardSubmit = (): void => {
  const release = (form: HTMLElement): void => form.removeAttribute('aria-busy');
  onInside('submit', 'form[method="post"]', (form, event) => {
    if (form.getAttribute('aria-busy') === 'true') {
      event.preventDefault();
      announce('Đang gửi, bạn đợi một chút.');
    } else if (!event.defaultPrevented) {
      form.setAttribute('aria-busy', 'true');
      setTimeout(() => release(form), RELEASE_AFTER);
    }
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll<HTMLElement>('form[aria-busy]').forEach(release);
  });
};
