import { definePort } from '../core/contract.js';

/** A dossier as whoever knows its number and the phone of it may follow it: states and days, nothing of the person. */
export interface TrackedDossier {
  readonly number: string;
  readonly tag: { readonly kind: string; readonly icon: string; readonly text: string };
  /** Who acts next, and what. */
  readonly next: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  /** Of a refusal; empty otherwise. */
  readonly reason: string;
}

export interface DossierTracking {
  /** As typed. InvalidError with the fields `number` and `phone`; one sentence for a wrong number and a wrong phone alike. */
  follow(typed: { readonly number: string; readonly phone: string }): Promise<TrackedDossier>;
}
export const dossierTracking = definePort<DossierTracking>('registration.tracking');

/** Tracking is a guess at two secrets: an address gets a few dozen of them a quarter of an hour, on all pages together. */
export const trackingLimit = { name: 'registration.tracking', points: 30, perSeconds: 900 } as const;
