const sizeOf = (bytes: number): string =>
  bytes < 100_000 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;

const preview = (box: HTMLElement, file: File): void => {
  box.querySelectorAll('img').forEach((old) => {
    URL.revokeObjectURL(old.src);
    old.remove();
  });
  const picture = file.type.startsWith('image/');
  box.classList.toggle('filled', picture);
  if (!picture) return;
  const image = new Image();
  image.alt = '';
  image.src = URL.createObjectURL(file);
  box.prepend(image);
};

/** A file field shows the name and size of what was chosen, and a picture of it where it is one. */
export const showFiles = (): void =>
  document.querySelectorAll<HTMLElement>('[data-file]').forEach((field) => {
    const input = field.querySelector<HTMLInputElement>('input[type="file"]');
    const name = field.querySelector<HTMLElement>('[data-file-name]');
    const box = field.querySelector<HTMLElement>('[data-file-box]');
    input?.addEventListener('change', () => {
      const file = input.files?.[0];
      if (name) name.textContent = file ? `${file.name}, ${sizeOf(file.size)}` : '';
      if (file && box) preview(box, file);
    });
  });
