import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { QueryTypes } from 'sequelize';
import { overdueSeal } from './audit/seal-reads.js';
import type { Clock } from './clock.js';
import type { Database } from './db/connection.js';
import type { Migrator } from './db/migrator.js';
import type { Redis } from './http/redis.js';
import { dateTime } from './http/format.js';
import type { LoadedModule } from './kernel.js';
import type { HealthReport } from './module.js';

/** What the doctor looks at: a part of the built application. */
export interface Patient {
  readonly config: { readonly uploadDir: string; readonly production: boolean; readonly publicUrl: string };
  readonly db: Database;
  readonly redis: Redis | undefined;
  readonly migrator: Migrator;
  readonly modules: readonly LoadedModule[];
  readonly clock: Clock;
}

/** Every check ends within this time. */
const DEADLINE = 5_000;
/** More drift than this breaks one-time codes and deadlines. */
const MAX_DRIFT = 5_000;

const report = (ok: boolean, vi: string, en: string): HealthReport => ({ ok, vi, en });
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);

const checkDatabase = async ({ db }: Patient): Promise<HealthReport> => {
  await db.ping(3_000);
  return report(true, `Cơ sở dữ liệu (${db.dialect.name}) trả lời.`, `The database (${db.dialect.name}) answers.`);
};

const checkCharset = async ({ db }: Patient): Promise<HealthReport> => {
  const [fault] = await db.dialect.faults(db.sequelize);
  return fault
    ? { ok: false, ...fault }
    : report(true, 'Bộ mã của cơ sở dữ liệu hợp lệ.', 'The character set of the database fits.');
};

const checkBulk = async ({ db }: Patient): Promise<HealthReport> => ({
  ok: true,
  ...(await db.dialect.bulkWay(db.sequelize)),
});

const checkMigrations = async ({ migrator }: Patient): Promise<HealthReport> => {
  const waiting = await migrator.pending();
  if (waiting.length === 0) return report(true, 'Cấu trúc cơ sở dữ liệu là bản mới nhất.', 'The schema is up to date.');
  return report(
    false,
    `Còn ${waiting.length} bước nâng cấp cơ sở dữ liệu. Chạy: npx ansinh migrate`,
    `${waiting.length} migrations are waiting. Run: npx ansinh migrate`,
  );
};

const checkRedis = async ({ redis, config }: Patient): Promise<HealthReport> => {
  if (!redis) {
    const vi = 'Không dùng Redis: phiên làm việc nằm trong cơ sở dữ liệu, chỉ chạy được một tiến trình.';
    return report(
      true,
      vi,
      `No Redis: sessions are kept in the database, one process only${config.production ? '; set REDIS_URL for more' : ''}.`,
    );
  }
  await redis.ping(1_000);
  return report(true, 'Redis trả lời.', 'Redis answers.');
};

const checkUploads = async ({ config }: Patient): Promise<HealthReport> => {
  const probe = join(config.uploadDir, '.doctor');
  await mkdir(config.uploadDir, { recursive: true });
  await access(config.uploadDir);
  await writeFile(probe, 'x');
  await rm(probe);
  return report(
    true,
    `Ghi được vào thư mục tệp ${config.uploadDir}.`,
    `The upload folder ${config.uploadDir} is writable.`,
  );
};

const checkClock = async ({ db, clock }: Patient): Promise<HealthReport> => {
  const [row] = await db.sequelize.query<{ seconds: number | string }>(db.dialect.clockQuery, {
    type: QueryTypes.SELECT,
  });
  const drift = Math.abs(Number(row?.seconds) * 1_000 - clock.now().getTime());
  if (drift <= MAX_DRIFT)
    return report(true, 'Đồng hồ máy chủ và cơ sở dữ liệu khớp nhau.', 'The clocks of server and database agree.');
  const seconds = Math.round(drift / 1_000);
  return report(
    false,
    `Đồng hồ máy chủ và cơ sở dữ liệu lệch ${seconds} giây. Hãy bật NTP trên cả hai máy.`,
    `The clocks of server and database differ by ${seconds} s. Switch NTP on for both.`,
  );
};

const checkSeals = async ({ db, clock }: Patient): Promise<HealthReport> => {
  const waiting = await overdueSeal(db, clock.now());
  if (!waiting) return report(true, 'Nhật ký được niêm phong đều.', 'The audit is sealed as it goes.');
  const since = dateTime(waiting);
  return report(
    false,
    `Nhật ký chưa được niêm phong từ ${since}. Hãy xem dịch vụ có đang chạy và nhật ký của việc core.audit-seal.`,
    `The audit waits for its seal since ${since}. See whether the service runs, and the log of the job core.audit-seal.`,
  );
};

const checks: readonly { vi: string; en: string; run(patient: Patient): Promise<HealthReport> }[] = [
  {
    vi: 'Cơ sở dữ liệu không trả lời (DATABASE_URL)',
    en: 'The database does not answer (DATABASE_URL)',
    run: checkDatabase,
  },
  { vi: 'Không đọc được bộ mã của cơ sở dữ liệu', en: 'The character set could not be read', run: checkCharset },
  { vi: 'Không hỏi được cách nạp tệp', en: 'The way of loading files could not be asked for', run: checkBulk },
  { vi: 'Không đọc được nhật ký nâng cấp', en: 'The migration journal could not be read', run: checkMigrations },
  { vi: 'Redis không trả lời (REDIS_URL)', en: 'Redis does not answer (REDIS_URL)', run: checkRedis },
  {
    vi: 'Không ghi được thư mục tệp (UPLOAD_DIR)',
    en: 'The upload folder is not writable (UPLOAD_DIR)',
    run: checkUploads,
  },
  { vi: 'Không so được đồng hồ', en: 'The clocks could not be compared', run: checkClock },
  { vi: 'Không đọc được niêm phong nhật ký', en: 'The seals of the audit could not be read', run: checkSeals },
];

const guarded = async (work: Promise<HealthReport>, vi: string, en: string): Promise<HealthReport> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<HealthReport>((resolve) => {
    timer = setTimeout(
      () =>
        resolve(
          report(false, `${vi}: quá ${DEADLINE / 1_000} giây.`, `${en}: no answer within ${DEADLINE / 1_000} s.`),
        ),
      DEADLINE,
    );
  });
  const failed = (error: unknown): HealthReport => report(false, `${vi}: ${reason(error)}`, `${en}: ${reason(error)}`);
  return Promise.race([work.catch(failed), late]).finally(() => clearTimeout(timer));
};

/** Looks at everything an installation depends on and says in plain words what is wrong and what to do. */
export const diagnose = async (patient: Patient): Promise<HealthReport[]> => {
  const findings: HealthReport[] = [];
  for (const { vi, en, run } of checks) findings.push(await guarded(run(patient), vi, en));
  for (const { parts } of patient.modules)
    for (const { name, check } of parts.health ?? []) findings.push(await guarded(check(), name, name));
  return findings;
};
