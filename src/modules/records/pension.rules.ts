/** Months still to be paid until there are enough for a pension; none when there are. */
export const monthsToPension = (paid: number, years: number): number => Math.max(0, years * 12 - paid);
