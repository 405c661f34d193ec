import { createAudit } from './audit/audit.js';
import { createJournal } from './audit/journal.js';
import { createOldAudit } from './audit/old-audit.js';
import { createSealer, type Sealer } from './audit/seal.js';
import { auditMac } from './audit/seal.rules.js';
import type { Clock } from './clock.js';
import { openDatabase, type Database } from './db/connection.js';
import type { Dialect } from './db/dialect.js';
import { createTopics } from './db/topics.js';
import { createDispatcher, type Dispatcher } from './events/dispatcher.js';
import { createOutbox, type Subscription } from './events/outbox.js';
import { createLongFiles } from './files/long-files.js';
import { createVault } from './files/vault.js';
import { openRedis, type Redis } from './http/redis.js';
import type { Importer } from './import/importer.js';
import { createImports } from './import/imports.js';
import { createKeyring, type Keyring } from './keyring.js';
import { createLogger, type Logger } from './log.js';
import type { DeskBlock, ModuleContext, ModuleParts } from './module.js';
import type { DataSection } from './personal-data.js';
import type { PublicSearch } from './public-search.js';
import type { ReportLink } from './report-link.js';
import { deletionsSince, type Retention } from './retention/retention.js';
import { createSeal } from './seal.js';

export interface HouseSettings {
  readonly production: boolean;
  readonly publicUrl: string;
  readonly redisUrl: string | undefined;
  readonly uploadDir: string;
  readonly key: Buffer;
  readonly logLevel: string;
}

/** What stands before any module does. */
export interface House {
  readonly db: Database;
  readonly redis: Redis | undefined;
  readonly clock: Clock;
  readonly log: Logger;
  readonly keyring: Keyring;
  readonly dispatcher: Dispatcher;
  readonly sealer: Sealer;
  /** Filled once the modules are set up. */
  readonly subscriptions: Subscription[];
  /** Filled once the modules are set up. */
  readonly retentions: Retention[];
  /** Filled once the modules are set up. */
  readonly importers: Importer[];
  /** Filled once the modules are set up, in their order. */
  readonly desk: DeskBlock[];
  /** Filled once the modules are set up, in their order. */
  readonly publicSearch: PublicSearch[];
  /** Filled once the modules are set up. */
  readonly personalData: DataSection[];
  /** Filled once the modules are set up: one or none. */
  readonly reportLinks: ReportLink[];
  /** What every module is given, whichever it is. */
  readonly shared: Omit<ModuleContext, 'settings' | 'permissions' | 'acts' | 'log' | 'use'>;
}

/** Fills what the house keeps open until every module is set up. */
export const furnish = (house: House, parts: readonly ModuleParts[], coreRetentions: readonly Retention[]): void => {
  house.subscriptions.push(...parts.flatMap((part) => part.subscriptions ?? []));
  house.retentions.push(...coreRetentions, ...parts.flatMap((part) => part.retention ?? []));
  house.importers.push(...parts.flatMap((part) => part.importers ?? []));
  house.desk.push(...parts.flatMap((part) => part.desk ?? []).sort((a, b) => a.order - b.order));
  house.publicSearch.push(...parts.flatMap((part) => part.publicSearch ?? []).sort((a, b) => a.order - b.order));
  const sections = parts.flatMap((part) => part.personalData ?? []);
  house.personalData.push(...sections.sort((a, b) => (a.order ?? 100) - (b.order ?? 100)));
  house.reportLinks.push(...parts.flatMap((part) => part.reportLink ?? []));
};

/** Opens database and Redis client and builds what modules stand on. Nothing runs yet. */
export const buildHouse = async (settings: HouseSettings, dialect: Dialect, clock: Clock): Promise<House> => {
  const { production, publicUrl, redisUrl, uploadDir } = settings;
  const log = createLogger(settings.logLevel);
  const db = await openDatabase(dialect);
  const keyring = createKeyring(settings.key);
  const mac = auditMac(keyring);
  const subscriptions: Subscription[] = [];
  const retentions: Retention[] = [];
  const desk: DeskBlock[] = [];
  const publicSearch: PublicSearch[] = [];
  const importers: Importer[] = [];
  const personalData: DataSection[] = [];
  const reportLinks: ReportLink[] = [];
  const audit = createAudit(db, clock);
  const dispatcher = createDispatcher({ db, clock, log, subscriptions: () => subscriptions });
  const outbox = createOutbox(db, clock, {
    subscribersOf: (event) => subscriptions.filter((subscription) => subscription.event.name === event),
    poke: () => dispatcher.poke(),
  });
  return {
    db,
    redis: redisUrl ? openRedis(redisUrl, log) : undefined,
    clock,
    log,
    keyring,
    dispatcher,
    sealer: createSealer({ db, clock, log, mac }),
    subscriptions,
    retentions,
    importers,
    desk,
    publicSearch,
    personalData,
    reportLinks,
    shared: {
      production,
      publicUrl,
      db,
      uow: db.uow,
      audit,
      topics: createTopics(db),
      imports: createImports({ db, clock, audit, importers }),
      journal: createJournal(db),
      oldAudit: createOldAudit({ db, clock, mac }),
      retention: () => retentions,
      desk: () => desk,
      publicSearch: () => publicSearch,
      personalData: () => personalData,
      reportLink: (fault) => reportLinks[0]?.(fault),
      deletionsSince: deletionsSince(db),
      outbox,
      vault: createVault(uploadDir, keyring.keyFor('files')),
      longFiles: createLongFiles(uploadDir, keyring.keyFor('long-files')),
      clock,
      keyedHash: keyring.hash,
      seal: (purpose) => createSeal(Buffer.from(keyring.hash(purpose, 'sealed'), 'hex')),
    },
  };
};
