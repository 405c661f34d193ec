import type { ZodType } from 'zod';
import type { Actor } from './context.js';
import type { Audit } from './audit/audit.js';
import type { Journal } from './audit/journal.js';
import type { OldAudit } from './audit/old-audit.js';
import type { Clock } from './clock.js';
import type { Database } from './db/connection.js';
import type { Topics } from './db/topics.js';
import type { UnitOfWork } from './db/unit-of-work.js';
import type { Migration } from './db/migrator.js';
import type { Outbox, Subscription } from './events/outbox.js';
import type { EventType, Port } from './contract.js';
import type { Importer } from './import/importer.js';
import type { DataSection } from './personal-data.js';
import type { PublicSearch } from './public-search.js';
import type { Reportable, ReportLink } from './report-link.js';
import type { Imports } from './import/imports.js';
import type { Job } from './jobs/scheduler.js';
import type { DeletionsSince, Retention } from './retention/retention.js';
import type { ActorLoader } from './http/session.js';
import type { Route } from './http/route.js';
import type { LongFiles } from './files/long-files.js';
import type { Vault } from './files/vault.js';
import type { Logger } from './log.js';
import type { ProvinceRows } from './province.js';
import type { Seal } from './seal.js';

/** Everything a module may use. Nothing here is module-specific; ports of other modules come through `use`. */
export interface ModuleContext<Settings = unknown> {
  readonly settings: Settings;
  readonly production: boolean;
  /** Address under which citizens reach the portal, without a slash at the end. */
  readonly publicUrl: string;
  /** What all modules of this installation declare, for the screen of roles and for sign-in. */
  readonly permissions: readonly Permission[];
  readonly db: Database;
  readonly uow: UnitOfWork;
  /** For pages that guests get from memory: says when they are old. */
  readonly topics: Topics;
  readonly outbox: Outbox;
  readonly audit: Audit;
  /** Reads of what `audit` wrote. */
  readonly journal: Journal;
  /** Its old end, for the one module that knows how long it is kept. */
  readonly oldAudit: OldAudit;
  /** Vietnamese words for the actions of all modules, by action. */
  readonly acts: Readonly<Record<string, string>>;
  /** What all modules delete by the clock; complete once every module is set up. */
  retention(): readonly Retention[];
  /** Takes files in, of all kinds that the modules bring. */
  readonly imports: Imports;
  /** What all modules bring for the officers' first page, in order; complete once every module is set up. */
  desk(): readonly DeskBlock[];
  /** What all modules let be found by anybody, in order; complete once every module is set up. */
  publicSearch(): readonly PublicSearch[];
  /** What all modules hold about one person; in order; complete once every module is set up. */
  personalData(): readonly DataSection[];
  /** Where a fault is reported; nowhere while no module takes reports. */
  reportLink(fault: Reportable): string | undefined;
  readonly deletionsSince: DeletionsSince;
  readonly vault: Vault;
  readonly longFiles: LongFiles;
  readonly clock: Clock;
  readonly log: Logger;
  /** Keyed hash (HMAC-SHA256, hex) with a key derived for `purpose` from the key file: for phones, secrets, codes. */
  keyedHash(purpose: string, value: string): string;
  /** Encrypts what must be read again, with a key derived for `purpose`. */
  seal(purpose: string): Seal;
  /** A port of a module named in `requires`. */
  use<T>(port: Port<T>): T;
}

/** An entry of a menu. */
export interface NavItem {
  /** `footer`: at the end of every page of guests and citizens. */
  readonly area: 'public' | 'citizen' | 'officer' | 'footer';
  readonly label: string;
  readonly href: string;
  /** Name of a Bootstrap icon that is in the sprite. */
  readonly icon: string;
  /** Smaller comes first. */
  readonly order: number;
  /** Officer entries: shown to holders of this permission only. */
  readonly permission?: string;
  /**
   * Officer entries: the entry above it in the side menu, e.g. "Hồ sơ ĐK GDĐT". Citizen entries of a group stand on
   * their first page, not in the header.
   */
  readonly group?: string;
  /** Marked as current on its own page only, not on those below it. */
  readonly alone?: boolean;
  /** Shown in the bottom navigation of a phone, under this short word. */
  readonly short?: string;
  /** What waits for this actor; shown as a pill. */
  count?(actor: Actor): Promise<number>;
}

/** A part of the front page; `view` is included with `data()` as its locals. Guests get the page from memory. */
export interface FrontBlock {
  readonly order: number;
  readonly view: string;
  /** What its data is about: see `topics` of a route. */
  readonly topics?: readonly string[];
  data?(): Promise<object>;
}

/** A public page as machines that look for pages are told of it. */
export interface SitePage {
  readonly path: string;
  readonly changedAt?: Date;
}

/** Public pages of a module that no menu leads to, for `/sitemap.xml`. */
export interface SiteMap {
  /** See `topics` of a route. */
  readonly topics?: readonly string[];
  pages(): Promise<readonly SitePage[]>;
}

/** A part of the officers' first page; `view` is included with `data(actor)` as its locals. */
export interface DeskBlock {
  readonly order: number;
  readonly view: string;
  /** Shown to holders of this permission only. */
  readonly permission: string;
  data(actor: Actor): Promise<object>;
}

/** Who runs this installation, as header, footer and letters show it. */
export interface Office {
  readonly name: string;
  readonly address: string;
  readonly hours: string;
  readonly hotline: string;
  readonly email: string;
}

/** One line of `ansinh doctor`. */
export interface HealthReport {
  readonly ok: boolean;
  /** What was looked at and found, in Vietnamese and English. */
  readonly vi: string;
  readonly en: string;
}

export interface HealthCheck {
  readonly name: string;
  /** Must answer within the deadline of the caller; never throws for an ordinary fault. */
  check(): Promise<HealthReport>;
}

/** A seed of reference rows (idempotent, natural keys), of the demo, or of a province. Run by the command line and at the first start. */
export interface Seed {
  reference?(): Promise<void>;
  demo?(): Promise<void>;
  /** This module's part of a made-up province, for measuring. */
  province?(): Promise<ProvinceRows>;
}

export interface Permission {
  readonly id: string;
  /** Vietnamese label for the screen of roles. */
  readonly label: string;
  /** Roles that hold it by default. */
  readonly roles: readonly string[];
}

/** A command of `npx ansinh`. */
export interface Command {
  /** One word or two: `officer first`. */
  readonly name: string;
  /** One line. */
  readonly help: string;
  /** Prints what the reader needs and returns the exit code. */
  run(args: readonly string[], print: (line: string) => void): Promise<number>;
}

/** What an officer may be; permissions name roles. */
export interface Role {
  readonly id: string;
  /** Vietnamese word as audit and screens show it. */
  readonly label: string;
}

/** What `setup` hands to the kernel. */
export interface ModuleParts {
  readonly provides?: ReadonlyMap<string, unknown>;
  readonly routes?: readonly Route[];
  readonly subscriptions?: readonly Subscription[];
  readonly nav?: readonly NavItem[];
  readonly front?: readonly FrontBlock[];
  /** Kinds of public things that the search of the header finds. */
  readonly publicSearch?: readonly PublicSearch[];
  readonly siteMap?: SiteMap;
  /** Hosts besides our own whose pictures pages may show: tiles of a map. */
  readonly imageSources?: readonly string[];
  readonly desk?: readonly DeskBlock[];
  readonly jobs?: readonly Job[];
  /** What the module keeps for a time and then deletes: each becomes a job and a row of the retention board. */
  readonly retention?: readonly Retention[];
  /** Kinds of files that the module takes in, by command line and page of uploads. */
  readonly importers?: readonly Importer[];
  /** What the module holds about one person, for the person himself. */
  readonly personalData?: readonly DataSection[];
  /** Takes reports of what a reader takes for wrong; one module only. */
  readonly reportLink?: ReportLink;
  readonly commands?: readonly Command[];
  readonly health?: readonly HealthCheck[];
  /** Turns what a session remembers into an actor; one module only. */
  readonly actors?: ActorLoader;
  /** Whether the pages of officers, sign-in too, answer to this address; where any module says no they do not. */
  admitsOfficers?(ip: string): boolean;
  /** The office behind this installation, for header and footer; one module only. */
  office?(): Promise<Office>;
  readonly seed?: Seed;
  /** Lines printed after the demo was seeded (accounts to try). */
  readonly demoNotes?: readonly string[];
  start?(): Promise<void>;
  stop?(): Promise<void>;
}

export interface ModuleDefinition<Settings = unknown> {
  readonly id: string;
  /** What the module is for, one line. */
  readonly title: string;
  readonly requires?: readonly Port<unknown>[];
  readonly provides?: readonly Port<unknown>[];
  readonly publishes?: readonly EventType<unknown>[];
  readonly permissions?: readonly Permission[];
  /** The roles of officers; one module only. */
  readonly roles?: readonly Role[];
  /** Vietnamese words for each action that the module writes to the audit: "Xem hồ sơ đăng ký". */
  readonly acts?: Readonly<Record<string, string>>;
  /** Schema of the environment variables this module reads, keyed by their names. */
  readonly config?: ZodType<Settings>;
  readonly tables: readonly string[];
  readonly migrations: readonly Migration[];
  /** Wires the module. Must change nothing in the world: no I/O, no timer, no client. */
  setup(context: ModuleContext<Settings>): ModuleParts;
}

/** Declares a module; ties the type of `settings` to its schema. */
export const defineModule = <Settings = unknown>(definition: ModuleDefinition<Settings>): ModuleDefinition =>
  Object.freeze(definition);

/** Pairs a port with what stands behind it, for `provides`. */
export const provide = <T>(port: Port<T>, implementation: T): [string, unknown] => [port.key, implementation];
