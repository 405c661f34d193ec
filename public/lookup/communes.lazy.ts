interface Commune {
  readonly code: string;
  readonly name: string;
}

const option = (value: string, text: string): HTMLOptionElement => new Option(text, value);

/** The list of communes follows the chosen province; without this script the page does it when it is sent. */
const follow = (box: HTMLElement): void => {
  const form = box.closest('form');
  const provinces = box.querySelector('select');
  const communes = form?.querySelector<HTMLSelectElement>(`select[name="${box.dataset['communeField'] ?? 'xa'}"]`);
  const { communes: address } = box.dataset;
  if (!provinces || !communes || !address) return;
  let asked = 0;
  const fill = async (): Promise<void> => {
    const turn = ++asked;
    const province = provinces.value;
    communes.replaceChildren(option('', province ? 'Tất cả' : 'Chọn tỉnh trước'));
    if (!province) return;
    const answer = await fetch(`${address}?${new URLSearchParams({ tinh: province }).toString()}`);
    const list = answer.ok ? ((await answer.json()) as Commune[]) : [];
    // Whoever chose another one meanwhile waits for that.
    if (turn === asked) communes.append(...list.map(({ code, name }) => option(code, name)));
  };
  provinces.addEventListener('change', () => void fill().catch(() => undefined));
};

document.querySelectorAll<HTMLElement>('[data-communes]').forEach(follow);
