/** Counts the seconds down until a code may be sent again. */
export const countWaits = (): void => {
  for (const box of document.querySelectorAll<HTMLElement>('[data-wait]')) {
    const shown = box.querySelector('[data-wait-left]');
    const end = performance.now() + Number(box.dataset['wait']) * 1_000;
    const timer = setInterval(() => {
      const left = Math.ceil((end - performance.now()) / 1_000);
      if (shown && left > 0) shown.textContent = String(left);
      if (left > 0) return;
      clearInterval(timer);
      box.textContent = 'Bạn có thể gửi lại mã bây giờ.';
    }, 1_000);
  }
};
