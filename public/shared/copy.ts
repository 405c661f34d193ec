import { announce, onInside } from './dom.js';

/** Copies a text and says so; false where the browser does not allow it. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    announce(`Đã chép ${text}.`);
    return true;
  } catch {
    return false;
  }
};

/** data-copy="text" on a button copies that text; its words say so for a moment. */
export const copyButtons = (): void =>
  onInside('click', '[data-copy]', (button) => {
    const words = button.textContent;
    void copyText(button.dataset['copy'] ?? '').then((copied) => {
      if (!copied) return;
      button.textContent = 'Đã chép';
      setTimeout(() => (button.textContent = words), 2_000);
    });
  });
