import { definePort } from '../core/contract.js';

/** A person as the member registry (Hệ thống HGĐ) knows him. */
export interface RegistryEntry {
  readonly insuranceNumber: string;
  readonly fullName: string;
  /** dd/mm/yyyy, mm/yyyy or yyyy as known. */
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
  readonly paperNumber: string | null;
  readonly phone: string | null;
  readonly address: string;
}

/** Hệ thống cấp mã số BHXH và quản lý hộ gia đình. UnavailableError when it does not answer in time. */
export interface MemberRegistry {
  find(insuranceNumber: string): Promise<RegistryEntry | undefined>;
}
export const memberRegistry = definePort<MemberRegistry>('records.memberRegistry');

/** New contact data of a person. What is missing stays. */
export interface ContactChange {
  readonly insuranceNumber: string;
  readonly phone?: string;
  readonly email?: string | null;
  readonly address?: string;
  /** The parts of that address, by which an office finds its people; without them only the line is known. */
  readonly place?: { readonly provinceCode: string; readonly communeCode: string; readonly street: string };
}

export interface Participants {
  /** Joins the unit of work: an approved dossier brings the person's own contact data into the record. */
  updateContact(change: ContactChange): Promise<void>;
}
export const participants = definePort<Participants>('records.participants');
