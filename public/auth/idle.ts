/** Minutes without a click after which a citizen is warned; the server ends the session after 15. */
const WARN_AFTER = 13;
const END_AFTER = 15;
const MINUTE = 60_000;

const note = (stay: () => void): HTMLElement => {
  const box = document.createElement('div');
  box.className = 'flash warn idle-note';
  box.setAttribute('role', 'alert');
  const words = document.createElement('span');
  words.textContent = 'Bạn đã lâu không thao tác. Phiên làm việc sắp kết thúc sau 2 phút.';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-sm';
  button.textContent = 'Ở lại';
  button.addEventListener('click', stay);
  box.append(words, button);
  return box;
};

/** Warns before the session ends and keeps it on "Ở lại". Only where somebody is signed in. */
export const warnWhenIdle = (): void => {
  const home = '/ca-nhan/doi-mat-khau';
  if (!document.querySelector('form[action="/dang-xuat"]')) return;
  let shown: HTMLElement | undefined;
  let timer = 0;
  const start = (): void => {
    shown?.remove();
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      shown = note(() => void fetch(home, { method: 'HEAD', redirect: 'manual' }).then(start, start));
      document.body.append(shown);
      timer = window.setTimeout(() => shown?.remove(), (END_AFTER - WARN_AFTER) * MINUTE);
    }, WARN_AFTER * MINUTE);
  };
  start();
};
