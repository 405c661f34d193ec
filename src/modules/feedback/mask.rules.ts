/** 4812•••678. */
export const maskInsuranceNumber = (insuranceNumber: string): string =>
  insuranceNumber ? `${insuranceNumber.slice(0, 4)}•••${insuranceNumber.slice(-3)}` : '';
