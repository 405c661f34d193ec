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

/** What somebody who has forgotten his number knows of himself: name and birth date, and a paper or where he lives. */
export interface SelfDescription {
  readonly fullName: string;
  /** yyyy-mm-dd, yyyy-mm or yyyy; records that know less of the date fit as well. */
  readonly birthDate: string;
  /** Empty where the commune is told instead. */
  readonly paperNumber: string;
  readonly communeCode: string;
}

export interface FoundNumber {
  readonly insuranceNumber: string;
  readonly fullName: string;
  /** dd/mm/yyyy, mm/yyyy or yyyy as known. */
  readonly birthDate: string;
  readonly phone: string | null;
}

/** People by what they know of themselves. */
export interface NumberFinder {
  /** Whom all of it fits, at most two: more than one is as good as none. */
  find(description: SelfDescription): Promise<readonly FoundNumber[]>;
}
export const numberFinder = definePort<NumberFinder>('records.numberFinder');

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
