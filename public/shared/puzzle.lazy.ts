import { firstBits } from './sha256.js';

/** Hashes between two looks at the page. */
const SLICE = 2_000;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The number whose hash begins with so many zero bits. */
const solve = async (salt: string, bits: number): Promise<number> => {
  for (let n = 0; ; n += 1) {
    if (firstBits(`${salt}.${n}`) >>> (32 - bits) === 0) return n;
    if (n % SLICE === SLICE - 1) await pause();
  }
};

/** Works the puzzle out while the form is filled in; the sum for people without scripts is put away. */
const begin = async (box: HTMLElement): Promise<void> => {
  const proof = box.querySelector<HTMLInputElement>('[data-proof]');
  const sum = box.querySelector<HTMLElement>('[data-sum]');
  const state = box.querySelector<HTMLElement>('[data-puzzle-state]');
  const form = box.closest('form');
  const { puzzle: salt, bits } = box.dataset;
  if (!proof || !sum || !state || !form || !salt) return;
  let waiting: HTMLElement | null | undefined;
  form.addEventListener(
    'submit',
    (event) => {
      if (proof.value) return;
      event.preventDefault();
      waiting = event.submitter;
      state.textContent = 'Đang kiểm tra, bạn đợi một chút ...';
    },
    { capture: true },
  );
  sum.hidden = true;
  state.hidden = false;
  proof.value = String(await solve(salt, Number(bits)));
  state.textContent = '';
  if (waiting !== undefined) form.requestSubmit(waiting);
};

for (const box of document.querySelectorAll<HTMLElement>('[data-puzzle]')) void begin(box);
