import { announce } from '../shared/dom.js';

/**
 * A form marked data-keep is sent in the background: the picture has already turned on the page, the server keeps it.
 * Listens before the guard against double sending, because several turns in a row are several turns.
 */
export const keepTurns = (): void =>
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.dataset['keep'] === undefined) return;
      event.preventDefault();
      const body = new URLSearchParams();
      new FormData(form).forEach((value, name) => {
        if (typeof value === 'string') body.append(name, value);
      });
      void fetch(form.action, { method: 'POST', body, redirect: 'manual' }).then(
        () => announce('Đã xoay và lưu.'),
        () => announce('Chưa lưu được chiều xoay. Hãy thử lại.'),
      );
    },
    true,
  );
