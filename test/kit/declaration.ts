import type { Response } from 'supertest';
import type { Browser, Fields } from './browser.js';
import { dossierFiles } from './pictures.js';

/** Form 01 of Trần Thị Bình, who is in the registry and has no account yet. */
export const binh: Readonly<Record<string, string>> = {
  insuranceNumber: '4811223344',
  fullName: 'Trần Thị Bình',
  birthDate: '12/05/1990',
  sex: 'female',
  paperNumber: '048190001234',
  phone: '0905111222',
  email: 'binh.tran@vidu.vn',
  province: '48',
  commune: '20209',
  street: '12 Điện Biên Phủ',
  agency: '04802',
  commitment: 'yes',
};

/** Form 01 of somebody nobody has heard of; `serial` below 10,000 makes number, paper and phone distinct. */
export const stranger = (serial: number): Readonly<Record<string, string>> => {
  const tail = String(serial).padStart(4, '0');
  return {
    ...binh,
    insuranceNumber: `489990${tail}`,
    paperNumber: `04819099${tail}`,
    phone: `090577${tail}`,
    fullName: 'Phan Thị Lạ',
    email: '',
  };
};

export const FORM_PATH = '/dang-ky/ca-nhan';

/** Fills form 01 in and presses Ghi nhận. */
export const declare = async (browser: Browser, fields: Fields = binh): Promise<Response> =>
  browser.submit(FORM_PATH, { ...fields, action: undefined }, { files: await dossierFiles() });
