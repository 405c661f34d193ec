import type { MemberRegistry, RegistryEntry } from '../../contracts/records.js';
import { UnavailableError } from '../../core/errors.js';
import type { Logger } from '../../core/log.js';
import type { HealthReport } from '../../core/module.js';
import { registryEntrySchema } from './registry.schema.js';
import type { HttpRegistry } from './settings.js';

/** A person is a few hundred bytes; more is something else. */
const MAX_ANSWER = 64 * 1024;
/** Nobody has this number, and asking for it does no harm. */
const PROBE = '0000000000';

/** What officers read while nothing can be compared. */
export const REGISTRY_AWAY = 'Hệ thống HGĐ tạm thời không trả lời. Hãy thử lại sau ít phút.';

/** Why an answer is none, for the log; never what was in it. */
class Useless extends Error {}

const bodyOf = async (response: Response): Promise<unknown> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_ANSWER) throw new Useless(`more than ${MAX_ANSWER} bytes`);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    throw new Useless(`status ${response.status} without JSON`);
  }
};

const ask = async (settings: HttpRegistry, insuranceNumber: string): Promise<RegistryEntry | undefined> => {
  const { url, method, body, headers, deadline } = settings;
  const fill = (template: string): string => template.replaceAll('{{number}}', insuranceNumber);
  const response = await fetch(fill(url), {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    ...(method === 'POST' && { body: fill(body) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(deadline),
  });
  if (response.status !== 200 && response.status !== 404) {
    await response.body?.cancel();
    throw new Useless(`status ${response.status}`);
  }
  // A 404 counts only when the registry itself says it: a proxy or a wrong address would make everybody a stranger.
  const told = await bodyOf(response);
  if (response.status === 404) return undefined;
  const { success, data, error } = registryEntrySchema.safeParse(told);
  if (!success) throw new Useless(`unfit: ${error.issues.map(({ path }) => path.join('.') || 'all').join(', ')}`);
  if (data.insuranceNumber !== insuranceNumber) throw new Useless('another person');
  return data;
};

const reasonOf = (error: unknown): string => {
  if (error instanceof Useless) return error.message;
  const { name, cause } = error as { name: string; cause?: { code?: string } };
  return cause?.code ?? name;
};

/** Hệ thống HGĐ behind an HTTP interface; UnavailableError for whatever is not a clear answer. */
export const httpRegistry = (settings: HttpRegistry, log: Logger): MemberRegistry => ({
  find: async (insuranceNumber) => {
    try {
      return await ask(settings, insuranceNumber);
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'no answer from the member registry');
      throw new UnavailableError(REGISTRY_AWAY);
    }
  },
});

/** For the doctor: address, token and form of the answers, by a number that nobody has. */
export const checkRegistry = async (settings: HttpRegistry): Promise<HealthReport> => {
  const { host } = new URL(settings.url);
  try {
    await ask(settings, PROBE);
    return {
      ok: true,
      vi: `Hệ thống HGĐ (${host}) trả lời.`,
      en: `The member registry (${host}) answers.`,
    };
  } catch (error) {
    return {
      ok: false,
      vi: `Hệ thống HGĐ (${host}) không trả lời đúng: ${reasonOf(error)}. Xem MEMBER_REGISTRY_URL, mã truy cập và đường mạng; hồ sơ chưa đánh giá được.`,
      en: `The member registry (${host}) gives no fit answer: ${reasonOf(error)}. See MEMBER_REGISTRY_URL, its token and the network; nothing can be approved.`,
    };
  }
};
