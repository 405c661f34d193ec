import { dayOf, type Clock } from '../../core/clock.js';
import { page, redirect, type Handler, type Reply, type Route } from '../../core/http/route.js';
import { presentFamily } from './guardianship.presenter.js';
import type { GuardianshipQueries } from './guardianship.queries.js';
import type { GuardianshipService } from './guardianship.service.js';
import { paths } from './paths.js';

interface Parts {
  readonly clock: Clock;
  readonly queries: GuardianshipQueries;
  readonly service: GuardianshipService;
}

/** Which guardianship is open in this session; looked up anew at every request. */
const OPEN = 'records.ward';

/** A guardian reads the record of a ward on the same pages as the own one. */
export const guardianshipController = ({ clock, queries, service }: Parts) => {
  const today = () => dayOf(clock.now());
  const numberOf = ({ actor }: Parameters<Handler>[0]): string => actor.attributes['insuranceNumber'] ?? '';

  const list: Handler = async (request) => {
    const own = numberOf(request);
    const [wards, guardians] = await Promise.all([queries.wardsOf(own, today()), queries.guardiansOf(own)]);
    return page('records/family', presentFamily(wards, guardians, today()));
  };

  const open: Handler = async (request) => {
    const id = request.params['id'] ?? '';
    await service.open(id, numberOf(request));
    request.session.set(OPEN, id);
    return redirect(paths.me);
  };

  const leave: Handler = ({ session }) => {
    session.remove(OPEN);
    return redirect(paths.me);
  };

  /** Shows a page of the own record with the ward's instead while one is open. */
  const forWard =
    (handler: Route['handler']): Route['handler'] =>
    async (request): Promise<Reply> => {
      const id = request.session.get<string>(OPEN);
      const ward = id ? await queries.ward(id, numberOf(request), today()) : undefined;
      if (id && !ward) {
        request.session.remove(OPEN);
        request.session.flash({ kind: 'warn', text: 'Bạn không còn xem được hồ sơ của người được giám hộ đó.' });
        return redirect(paths.wards);
      }
      if (!ward) return handler(request);
      const attributes = { ...request.actor.attributes, insuranceNumber: ward.insuranceNumber };
      const reply = await handler({ ...request, actor: { ...request.actor, attributes } });
      const banner = { name: ward.fullName, leave: paths.wardLeave };
      return reply.kind === 'page' ? { ...reply, data: { ...reply.data, ward: banner } } : reply;
    };

  return { list, open, leave, forWard };
};
