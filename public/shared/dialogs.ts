import { byId, onInside } from './dom.js';

/**
 * data-dialog="id" on a button or link opens that <dialog>; data-dialog-close inside closes it. A link keeps its address
 * for browsers without script, where a page of its own asks the same question.
 */
export const openDialogs = (): void => {
  onInside('click', '[data-dialog]', (opener, event) => {
    const dialog = byId(opener.dataset['dialog'], HTMLDialogElement);
    if (!dialog) return;
    event.preventDefault();
    dialog.showModal();
  });
  onInside('click', '[data-dialog-close]', (button) => button.closest('dialog')?.close());
};
