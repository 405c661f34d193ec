const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Counts down how long a shown card can be checked, and takes the code away at the end. */
export const countUse = (): void => {
  const box = document.querySelector<HTMLElement>('[data-use]');
  const left = box?.querySelector<HTMLElement>('[data-use-left]');
  if (!box || !left) return;
  // By the clock, not by ticks: a phone that slept in between must not show a dead code.
  const end = Date.now() + Number(box.dataset['use']) * 1_000;
  const number = Object.assign(document.createElement('b'), { className: 'num' });
  left.replaceChildren(number, ' còn lại');
  left.hidden = false;
  box.querySelector('[data-use-until]')?.setAttribute('hidden', '');
  const show = (): void => {
    const seconds = Math.ceil((end - Date.now()) / 1_000);
    number.textContent = clock(Math.max(0, seconds));
    if (seconds > 0) return;
    clearInterval(timer);
    box.querySelector('[data-use-live]')?.remove();
    box.querySelector('[data-use-over]')?.removeAttribute('hidden');
  };
  const timer = setInterval(show, 1_000);
  document.addEventListener('visibilitychange', show);
  show();
};
