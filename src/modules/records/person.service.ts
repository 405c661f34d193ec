import { Op } from 'sequelize';
import type { Audit } from '../../core/audit/audit.js';
import { MINUTE, type Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import type { OpeningRow } from './opening.model.js';
import type { FoundPerson, PersonQueries } from './person.queries.js';

/** How long an officer may read on after naming a purpose. */
const READING = 30 * MINUTE;

export interface PersonParts {
  readonly openings: Table<OpeningRow>;
  readonly people: PersonQueries;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

export interface OpenedPerson {
  readonly person: FoundPerson;
  readonly purpose: string;
  readonly until: Date;
}

/** Opening a person's record: with a purpose, for a while, and written down each time. */
export interface PersonService {
  /** Key of the opening, part of the address. NotFoundError outside the officer's reach. */
  open(who: string, purpose: string, actor: Actor): Promise<string>;
  /** The person behind an opening of this very officer that has not run out; the look is written down. */
  read(openingId: string, what: string, actor: Actor): Promise<OpenedPerson | undefined>;
  /** Removes openings that have run out; says how many. */
  sweep(): Promise<number>;
  due(): Promise<number>;
}

/** Said when an opening is not there any more. */
export const OVER = 'Thời gian xem đã hết hoặc hồ sơ chưa được mở. Hãy tìm lại và nêu mục đích.';

const OUTSIDE = 'Không có người này trong địa bàn của cơ quan bạn. Nếu người dân đến quầy, hãy làm qua hồ sơ của họ.';

export const createPersonService = ({ openings, people, uow, audit, clock }: PersonParts): PersonService => {
  const note = (action: string, { id, insuranceNumber }: FoundPerson, purpose: string, what: string) =>
    audit.record({
      action,
      subject: { kind: 'participant', id, label: insuranceNumber },
      person: insuranceNumber,
      purpose,
      ...(what && { details: { what } }),
    });
  const over = () => ({ expiresAt: { [Op.lte]: clock.now() } });
  return {
    open: async (who, purpose, actor) => {
      const person = await (who.length === 10 ? people.byNumber(who, actor) : people.byId(who, actor));
      if (!person) throw new NotFoundError(OUTSIDE);
      const id = newId();
      const expiresAt = new Date(clock.now().getTime() + READING);
      await uow.run(async () => {
        await openings.insert({ id, officerId: actor.id, participantId: person.id, purpose, expiresAt });
        await note('records.person-opened', person, purpose, '');
      });
      return id;
    },
    read: async (openingId, what, actor) => {
      const opening = await openings.one({ id: openingId, officerId: actor.id, expiresAt: { [Op.gt]: clock.now() } });
      const person = opening && (await people.byId(opening.participantId, actor));
      if (!person) return undefined;
      await uow.run(() => note('records.person-viewed', person, opening.purpose, what));
      return { person, purpose: opening.purpose, until: opening.expiresAt };
    },
    sweep: () => uow.run(() => openings.remove(over())),
    due: () => openings.count(over()),
  };
};
