import type { Accounts } from '../../contracts/auth.js';
import type { Messenger } from '../../contracts/notification.js';
import type { Audit } from '../../core/audit/audit.js';
import { dayOf, type Clock, type Day } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../core/errors.js';
import { dateTime } from '../../core/http/format.js';
import { newId } from '../../core/ids.js';
import { fold } from '../../core/text.js';
import type { GuardianshipRow } from './guardianship.model.js';
import type { Candidate, GuardianshipQueries, Ward } from './guardianship.queries.js';
import { claimFault, untilOf, type GuardianPaper, type Relation } from './guardianship.rules.js';
import { maskNumber } from './participant.rules.js';

export interface GuardianshipParts {
  readonly table: Table<GuardianshipRow>;
  readonly queries: GuardianshipQueries;
  readonly accounts: Accounts;
  readonly messenger: Messenger;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** What the officer fills in at the desk. */
export interface NewGuardianship {
  /** Mã số BHXH or số định danh of the guardian. */
  readonly number: string;
  readonly fullName: string;
  readonly relation: Relation;
  readonly paper: GuardianPaper;
  readonly paperNumber: string;
  readonly until: Day | null;
  readonly wardAgreed: boolean;
}

/** Who reads whose record beside his own. */
export interface GuardianshipService {
  /** InvalidError beside the field that is wrong; ConflictError when this guardian is registered already. */
  register(ward: Candidate, input: NewGuardianship, purpose: string, actor: Actor): Promise<Candidate>;
  /** Ends one at once; NotFoundError when it is none of this ward or ended before. */
  end(ward: Candidate, id: string, reason: string, actor: Actor): Promise<void>;
  /** A guardian turns to a ward's record: written down, then known by the id of the guardianship. */
  open(id: string, guardianNumber: string): Promise<Ward>;
}

const UNKNOWN = 'Không có người nào với số này trong dữ liệu người tham gia. Kiểm tra lại số.';
const OTHER_NAME = 'Họ và tên không khớp với số đã nhập. Kiểm tra lại cả hai trên giấy tờ.';
const OWN = 'Bạn không tự ghi việc giám hộ cho chính mình. Hãy nhờ cán bộ khác.';
const KNOWN = 'Người này đã được ghi là người giám hộ. Hãy tải lại trang để xem.';
const OVER = 'Việc giám hộ này đã kết thúc hoặc không có. Hãy tải lại trang.';

type Event = 'registered' | 'ended';
type Pair = Pick<GuardianshipRow, 'id' | 'wardNumber' | 'guardianNumber'>;

/** Guardian and ward hear of it where they have an account; joins the unit of work. */
const teller =
  ({ accounts, messenger, clock }: GuardianshipParts) =>
  async (event: Event, { id, wardNumber, guardianNumber }: Pair): Promise<void> => {
    const time = dateTime(clock.now());
    const subject = { kind: 'guardianship', id };
    const guardian = await accounts.byInsuranceNumber(guardianNumber);
    const ward = await accounts.byInsuranceNumber(wardNumber);
    if (guardian) {
      const message = { variables: { ward: maskNumber(wardNumber), time }, key: `guardian-${event}:${id}`, subject };
      await messenger.tell(guardian, { ...message, template: `guardian-${event}` });
    }
    if (ward) {
      const variables = { guardian: maskNumber(guardianNumber), time };
      await messenger.tell(ward, { variables, key: `ward-${event}:${id}`, subject, template: `ward-${event}` });
    }
  };

const own = ({ attributes }: Actor, ...numbers: readonly string[]): boolean =>
  numbers.includes(attributes['insuranceNumber'] || 'none');

/** The person to be registered, once everything about him fits. */
const guardianFor = async (
  queries: GuardianshipQueries,
  ward: Candidate,
  input: NewGuardianship,
  today: Day,
): Promise<Candidate> => {
  const refuse = (field: string, message: string) => new InvalidError([{ field, message }]);
  const guardian = await queries.candidate(input.number);
  if (!guardian) throw refuse('so', UNKNOWN);
  if (fold(guardian.fullName) !== fold(input.fullName)) throw refuse('hoTen', OTHER_NAME);
  const fault = claimFault({ ...input, ward, guardian }, today);
  if (fault) throw refuse(fault.field, fault.message);
  return guardian;
};

export const createGuardianshipService = (parts: GuardianshipParts): GuardianshipService => {
  const { table, queries, uow, audit, clock } = parts;
  const tell = teller(parts);

  const note = (action: string, { id, wardNumber }: Omit<Pair, 'guardianNumber'>, details = {}, purpose = '') => {
    const subject = { kind: 'guardianship', id, label: wardNumber };
    return audit.record({ action, subject, person: wardNumber, purpose, details });
  };

  return {
    register: async (ward, input, purpose, actor) => {
      const today = dayOf(clock.now());
      const guardian = await guardianFor(queries, ward, input, today);
      const [wardNumber, guardianNumber] = [ward.insuranceNumber, guardian.insuranceNumber];
      if (own(actor, wardNumber, guardianNumber)) throw new InvalidError([{ field: 'so', message: OWN }]);
      const { relation, paper, paperNumber } = input;
      const id = newId();
      await uow.run(async () => {
        const openKey = `${wardNumber}:${guardianNumber}`;
        // One that ran out by its day gives the place free; one in force does not.
        const [old] = await table.many({ openKey });
        if (old && old.until !== null && old.until < today) await table.change({ openKey: null }, { id: old.id });
        const isNew = await table.insertNew({
          ...{ id, wardNumber, guardianNumber, relation, paper, paperNumber, openKey },
          until: untilOf(ward, input.until, today),
          registeredAt: clock.now(),
          registeredBy: actor.name,
          agencyCode: actor.attributes['agencyCode'] ?? '',
          endedAt: null,
          endReason: null,
        });
        if (!isNew) throw new ConflictError(KNOWN);
        const details = { guardian: maskNumber(guardianNumber), relation, paper, paperNumber };
        await note('records.guardian-registered', { id, wardNumber }, details, purpose);
        await tell('registered', { id, wardNumber, guardianNumber });
      });
      return guardian;
    },
    end: async (ward, id, reason, actor) => {
      const wardNumber = ward.insuranceNumber;
      const row = await table.one({ id, wardNumber });
      if (!row) throw new NotFoundError(OVER);
      if (own(actor, wardNumber, row.guardianNumber)) throw new ConflictError(OWN);
      await uow.run(async () => {
        const set = { endedAt: clock.now(), endReason: reason, openKey: null };
        await table.claim(set, { id, endedAt: null }, OVER);
        await note('records.guardian-ended', row, { guardian: maskNumber(row.guardianNumber) }, reason);
        await tell('ended', row);
      });
    },
    open: async (id, guardianNumber) => {
      const ward = await queries.ward(id, guardianNumber, dayOf(clock.now()));
      if (!ward) throw new NotFoundError('Bạn không còn xem được hồ sơ này. Hãy hỏi cơ quan BHXH nếu có nhầm lẫn.');
      await uow.run(() => note('records.ward-opened', { id, wardNumber: ward.insuranceNumber }));
      return ward;
    },
  };
};
