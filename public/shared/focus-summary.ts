/** Brings the reader to the summary of faults, or to whatever the page marks with data-focus. */
export const focusSummary = (): void => document.querySelector<HTMLElement>('[data-focus]')?.focus();
