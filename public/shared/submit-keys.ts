import { onInside } from './dom.js';

/** Ctrl Enter sends a form marked with data-submit-keys, from any of its fields. */
export const submitKeys = (): void =>
  onInside('keydown', 'form[data-submit-keys]', (form, event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    form.requestSubmit();
  });
