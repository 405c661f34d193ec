import type { Channel } from '../../../contracts/notification.js';
import type { HealthReport } from '../../../core/module.js';
import type { Content } from '../message.rules.js';

/** One message on its way out. */
export interface Outgoing extends Content {
  readonly id: string;
  readonly to: string;
}

/** How a try ended. `reason` is short and names no person: it is kept and logged. */
export type Outcome =
  | { readonly kind: 'sent'; readonly providerId?: string }
  /** Try again. `unsure`: the provider may have taken it all the same. */
  | { readonly kind: 'temporary'; readonly reason: string; readonly unsure?: boolean }
  /** This recipient will never get it. */
  | { readonly kind: 'permanent'; readonly reason: string }
  /** Something is set up wrongly; trying again would not help. */
  | { readonly kind: 'technical'; readonly reason: string };

/** The way out of one channel. */
export interface Driver {
  readonly channel: Channel;
  /** Ends within the deadline of the driver, with an outcome; never rejects for a fault of the other side. */
  send(message: Outgoing): Promise<Outcome>;
  /** Looks whether the other side answers, without sending anything. */
  check(): Promise<HealthReport>;
}
