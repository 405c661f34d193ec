const take = (form: HTMLFormElement, files: FileList | undefined): boolean => {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  const [file] = files ?? [];
  if (!input || !file) return false;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
};

/** A form marked data-paste takes a file that is pasted on the page or dropped on the form. */
export const pasteFiles = (): void =>
  document.querySelectorAll<HTMLFormElement>('form[data-paste]').forEach((form) => {
    document.addEventListener('paste', (event) => {
      if (take(form, event.clipboardData?.files)) event.preventDefault();
    });
    form.addEventListener('dragover', (event) => event.preventDefault());
    form.addEventListener('drop', (event) => {
      if (take(form, event.dataTransfer?.files)) event.preventDefault();
    });
  });
