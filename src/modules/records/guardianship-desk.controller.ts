import { dayOf, type Clock } from '../../core/clock.js';
import { page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import { presentGuardians } from './guardianship.presenter.js';
import type { GuardianshipQueries } from './guardianship.queries.js';
import type { GuardianEndForm, GuardianForm } from './guardianship.schema.js';
import type { GuardianshipService } from './guardianship.service.js';
import { paths } from './paths.js';
import { OVER, type OpenedPerson, type PersonService } from './person.service.js';

interface Parts {
  readonly clock: Clock;
  readonly people: PersonService;
  readonly queries: GuardianshipQueries;
  readonly service: GuardianshipService;
}

/** Guardians are registered at the desk, on the opened record of the ward. */
export const guardianshipDeskController = ({ clock, people, queries, service }: Parts) => {
  /** Runs `work` on the person of this opening; back to the search when it has run out. Each look is written down. */
  const within =
    <Input>(work: (request: PageRequest<Input>, opened: OpenedPerson, opening: string) => Promise<Reply>) =>
    async (request: PageRequest<Input>): Promise<Reply> => {
      const opening = request.params['opening'] ?? '';
      const opened = await people.read(opening, 'giam-ho', request.actor);
      if (opened) return work(request, opened, opening);
      request.session.flash({ kind: 'warn', text: OVER });
      return redirect(paths.people);
    };

  const show: Handler = within(async (_, { person, purpose }, opening) => {
    const rows = await queries.guardiansOf(person.insuranceNumber);
    return page('records/guardians', presentGuardians({ opening, person, purpose }, rows, dayOf(clock.now())));
  });

  const add = within<GuardianForm>(async ({ input, actor, session }, { person, purpose }, opening) => {
    const { so: number, hoTen: fullName, quanHe: relation, giayTo: paper, soGiayTo: paperNumber } = input;
    const asked = { number, fullName, relation, paper, paperNumber, until: input.den, wardAgreed: input.dongY };
    const guardian = await service.register(person, asked, purpose, actor);
    session.flash({ kind: 'ok', text: `Đã ghi ${guardian.fullName} là người giám hộ của ${person.fullName}.` });
    return redirect(paths.guardians(opening));
  });

  const end = within<GuardianEndForm>(async ({ input, actor, session }, { person }, opening) => {
    await service.end(person, input.giamHo, input.lyDo, actor);
    session.flash({ kind: 'ok', text: 'Đã kết thúc việc giám hộ. Người giám hộ không còn xem được hồ sơ này.' });
    return redirect(paths.guardians(opening));
  });

  return { show, add, end };
};
