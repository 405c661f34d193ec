/** The fields of a refusal are shown only while "Hồ sơ không hợp lệ" is chosen. */
export const showRefusal = (): void =>
  document.querySelectorAll<HTMLFormElement>('form[data-assess]').forEach((form) => {
    const part = form.querySelector<HTMLElement>('[data-refusal]');
    const refuses = form.querySelector<HTMLInputElement>('input[name="ketQua"][value="khong-hop-le"]');
    const show = (): void => {
      if (part) part.hidden = !refuses?.checked;
    };
    form.addEventListener('change', show);
    show();
  });
