/** Dossier number and insurance number found in what a scanner typed; parts that are missing are empty. */
export const parseScan = (text: string): { number: string; insuranceNumber: string } => {
  const number = /\b\d{5,6}\/\d{4}\/\d{5}\b/.exec(text)?.[0] ?? '';
  const rest = number ? text.replace(number, ' ') : text;
  return { number, insuranceNumber: /(?<!\d)\d{10}(?!\d)/.exec(rest)?.[0] ?? '' };
};
