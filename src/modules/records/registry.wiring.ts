import type { MemberRegistry } from '../../contracts/records.js';
import type { HealthCheck, ModuleContext } from '../../core/module.js';
import { checkRegistry, httpRegistry } from './http-registry.driver.js';
import { localRegistry, type ProfileOf } from './participant.queries.js';
import { patientRegistry } from './patient-registry.queries.js';
import type { RecordsSettings } from './settings.js';

const OWN_TABLE = {
  ok: true,
  vi: 'Hệ thống HGĐ: tra trong dữ liệu của chính cổng này. Muốn hỏi hệ thống bên ngoài, đặt MEMBER_REGISTRY_URL.',
  en: 'Member registry: the own table of people. To ask an outside system, set MEMBER_REGISTRY_URL.',
};

/** The member registry: an outside one where its address is set, the own table otherwise. */
export const wireRegistry = (
  { settings, clock, log }: ModuleContext<RecordsSettings>,
  profile: ProfileOf,
): { port: MemberRegistry; health: HealthCheck } => {
  const { registry } = settings;
  return {
    port: registry ? patientRegistry(httpRegistry(registry, log), registry.keep, clock) : localRegistry(profile),
    health: {
      name: 'Hệ thống HGĐ',
      check: () => (registry ? checkRegistry(registry) : Promise.resolve(OWN_TABLE)),
    },
  };
};
