type Scan = (video: HTMLVideoElement, found: (text: string) => void) => Promise<() => void>;

const NO_CAMERA = 'Không mở được máy ảnh. Hãy cho phép trang này dùng máy ảnh, hoặc nhập mã ở dưới.';
const LABELS = { start: 'Quét mã QR bằng máy ảnh', stop: 'Thôi quét' };

/** The part of the page that checks cards by the camera. */
class Scanner {
  private stop: (() => void) | undefined;

  constructor(
    private readonly box: HTMLElement,
    private readonly form: HTMLFormElement,
  ) {}

  start(): void {
    this.box.hidden = false;
    this.part('[data-scan-start]')?.addEventListener('click', () => void (this.stop ? this.end() : this.begin()));
    addEventListener('pagehide', () => this.end());
  }

  private part<Kind extends HTMLElement>(selector: string): Kind | null {
    return this.box.querySelector<Kind>(selector);
  }

  private show(on: boolean, state: string): void {
    const [view, label] = [this.part('[data-scan-view]'), this.part('[data-scan-label]')];
    if (view) view.hidden = !on;
    if (label) label.textContent = on ? LABELS.stop : LABELS.start;
    const words = this.part('[data-scan-state]');
    if (words) words.textContent = state;
  }

  private async begin(): Promise<void> {
    const view = this.part<HTMLVideoElement>('[data-scan-view]');
    if (!view) return;
    this.show(true, 'Đang mở máy ảnh ...');
    try {
      // The reader is large: it comes when it is wanted.
      const { scan } = (await import(this.box.dataset['src'] ?? '')) as { scan: Scan };
      this.stop = await scan(view, (text) => this.found(text));
      this.show(true, 'Đưa mã QR vào giữa khung hình.');
    } catch {
      this.end();
      this.show(false, NO_CAMERA);
    }
  }

  private found(text: string): void {
    this.end();
    const field = this.form.elements.namedItem('ma');
    if (!(field instanceof HTMLInputElement)) return;
    field.value = text;
    this.form.requestSubmit();
  }

  private end(): void {
    this.stop?.();
    this.stop = undefined;
    this.show(false, '');
  }
}

/** [data-check] is the form, [data-scan] the part of it that stays hidden where there is no camera. */
export const scanCards = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-check]');
  const box = form?.querySelector<HTMLElement>('[data-scan]');
  if (form && box && 'mediaDevices' in navigator) new Scanner(box, form).start();
};
