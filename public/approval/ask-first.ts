import { byId } from '../shared/dom.js';

/**
 * A form marked data-confirm="id" opens that <dialog> instead of being sent while "Hồ sơ hợp lệ" is chosen: the dialog
 * asks once more and sends the confirmation. Listens before the guard against double sending.
 */
export const askFirst = (): void =>
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.dataset['confirm'] === undefined) return;
      const dialog = byId(form.dataset['confirm'], HTMLDialogElement);
      const valid = form.querySelector<HTMLInputElement>('input[name="ketQua"][value="hop-le"]');
      if (!dialog || !valid?.checked) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      dialog.showModal();
    },
    true,
  );
