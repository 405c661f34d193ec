import { z } from 'zod';
import type { RegistryEntry } from '../../contracts/records.js';
import { clean } from '../../core/text.js';

const text = (most: number) => z.string().transform(clean).pipe(z.string().max(most));

const isDate = (birthDate: string): boolean => {
  const [year = '', month = '01', day = '01'] = birthDate.split('/').reverse();
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
};

/** Missing, null and empty are the same: it does not know. */
const unknown = <T extends z.ZodType<string | null>>(type: T) => z.union([z.literal('').transform(() => null), type]);

/** A person as an outside registry tells of him; fields that we do not ask for are passed over. */
export const registryEntrySchema = z.object({
  insuranceNumber: z.string().regex(/^\d{10}$/),
  fullName: text(120).pipe(z.string().min(1)),
  birthDate: z
    .string()
    .regex(/^(\d\d\/)?(\d\d\/)?\d{4}$/)
    .refine(isDate),
  sex: z.enum(['male', 'female']),
  paperNumber: unknown(text(20).nullable()).default(null),
  phone: unknown(text(20).nullable()).default(null),
  address: text(300).default(''),
}) satisfies z.ZodType<RegistryEntry>;
