import { definePort } from '../core/contract.js';
import type { Day } from '../core/clock.js';

export type AgencyLevel = 'central' | 'province' | 'local';

/** An agency of social insurance (cơ quan BHXH). */
export interface Agency {
  /** Five digits, e.g. 04801. */
  readonly code: string;
  readonly name: string;
  /** As on letters: "BHXH cơ sở Thanh Khê". */
  readonly shortName: string;
  readonly level: AgencyLevel;
  readonly parentCode: string | null;
  /** Province code of two digits; null for central units. */
  readonly provinceCode: string | null;
  /** Commune codes it serves first; empty when it serves its whole province. */
  readonly serves: readonly string[];
  readonly address: string;
  readonly phone: string;
  readonly openingHours: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** The point is only the centre of the town. */
  readonly locationApproximate: boolean;
  /** Whether it takes dossiers. */
  readonly receives: boolean;
}

/** Questions about the tree of agencies. Answers come from memory, refreshed when an agency changes. */
export interface Agencies {
  find(code: string): Promise<Agency | undefined>;
  /** The agency and everything below it; for central level all codes. */
  subtree(code: string): Promise<readonly string[]>;
  /** Agencies that take dossiers, those of one province when given, in Vietnamese order. */
  receiving(provinceCode?: string): Promise<readonly Agency[]>;
  /** Agencies that serve the commune, then the others of its province. */
  near(provinceCode: string, communeCode: string): Promise<readonly Agency[]>;
}
export const agencies = definePort<Agencies>('organisation.agencies');

export interface Province {
  readonly code: string;
  /** "Thành phố Đà Nẵng". */
  readonly name: string;
}
export interface Commune {
  readonly code: string;
  /** "Phường Thanh Khê". */
  readonly name: string;
  readonly provinceCode: string;
}

/** The 34 provinces and 3,321 communes, in Vietnamese order. */
export interface Places {
  provinces(): Promise<readonly Province[]>;
  communes(provinceCode: string): Promise<readonly Commune[]>;
  province(code: string): Promise<Province | undefined>;
  commune(code: string): Promise<Commune | undefined>;
}
export const places = definePort<Places>('organisation.places');

/** Settings and rates that a law or the office may change, each value valid from a day on. */
export interface DatedSettings {
  /** The value in force on that day; throws when the setting is unknown. Numbers come back as numbers. */
  number(name: string, day: Day): Promise<number>;
  text(name: string, day: Day): Promise<string>;
}
export const settings = definePort<DatedSettings>('organisation.settings');
