import { byId } from './dom.js';

type Counted = HTMLInputElement | HTMLTextAreaElement;

const show = (field: Counted, box: HTMLElement): void => {
  const most = Number(box.dataset['max'] ?? field.maxLength);
  const left = most - [...field.value.normalize('NFC')].length;
  const words = box.dataset['words'] ?? 'Còn {n} ký tự.';
  const number = Math.abs(left).toLocaleString('vi-VN');
  box.textContent = left >= 0 ? words.replace('{n}', number) : `Dài hơn ${number} ký tự, hãy viết ngắn lại.`;
  box.classList.toggle('over', left < 0);
};

/** data-count="id" on a field writes into that element how many characters remain (data-max or maxlength; data-words with {n}). */
export const countCharacters = (): void =>
  document.querySelectorAll<Counted>('[data-count]').forEach((field) => {
    const box = byId(field.dataset['count'], HTMLElement);
    if (!box) return;
    field.addEventListener('input', () => show(field, box));
    show(field, box);
  });
