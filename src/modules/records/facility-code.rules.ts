import { codeOf } from '../../core/import/cells.js';

/** Code of a facility in files: two digits of an old province, three digits or letters. */
export const facilityCode = codeOf(/^\d{2}[0-9A-Z]{3}$/, '2 chữ số và 3 chữ số hoặc chữ cái, ví dụ 48001');
