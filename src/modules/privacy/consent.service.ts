import { Op } from 'sequelize';
import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import type { ConsentRow, TextRow } from './consent.model.js';
import type { ConsentQueries } from './consent.queries.js';
import { hashOf, openKeyOf } from './consent.rules.js';
import type { TextInput } from './consent.schema.js';

export interface ConsentParts {
  readonly texts: Table<TextRow>;
  readonly consents: Table<ConsentRow>;
  readonly queries: ConsentQueries;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** Consents of a person, one purpose at a time, and new versions of the texts. */
export interface ConsentService {
  /** ConflictError when the text has got a newer version than the one that was read. */
  give(insuranceNumber: string, code: string, version: number): Promise<void>;
  /** Nothing happens where there is no consent in force. */
  withdraw(insuranceNumber: string, code: string): Promise<void>;
  /** Adds a version after `seen`; ConflictError when somebody added one meanwhile. */
  publish(code: string, seen: number, input: TextInput): Promise<void>;
}

const NEWER = 'Văn bản này vừa có bản mới. Hãy đọc bản mới rồi chọn lại.';

export const createConsentService = (parts: ConsentParts): ConsentService => {
  const { texts, consents, queries, uow, audit, clock } = parts;

  const note = (action: string, insuranceNumber: string, text: Pick<TextRow, 'code' | 'title'>, version: number) =>
    audit.record({
      action,
      subject: { kind: 'consent', id: text.code, label: text.title },
      person: insuranceNumber,
      details: { version },
    });

  /** In the unit at hand: the consent in force ends, unless it is to the version `kept`; says whether one ended. */
  const end = async (openKey: string, kept = 0): Promise<boolean> =>
    (await consents.change({ withdrawnAt: clock.now(), openKey: null }, { openKey, version: { [Op.ne]: kept } })) === 1;

  return {
    give: async (insuranceNumber, code, version) => {
      const text = await queries.currentOf(code);
      if (!text?.needsConsent) throw new NotFoundError('Không có mục này. Hãy tải lại trang.');
      if (text.version !== version) throw new ConflictError(NEWER);
      const openKey = openKeyOf(insuranceNumber, code);
      await uow.run(async () => {
        await end(openKey, version);
        const { hash } = text;
        const row = { id: newId(), insuranceNumber, code, version, hash, givenAt: clock.now(), openKey };
        const isNew = await consents.insertNew({ ...row, channel: 'portal', withdrawnAt: null });
        if (isNew) await note('privacy.consent-given', insuranceNumber, text, version);
      });
    },
    withdraw: async (insuranceNumber, code) => {
      const text = await queries.currentOf(code);
      if (!text) throw new NotFoundError('Không có mục này. Hãy tải lại trang.');
      await uow.run(async () => {
        if (await end(openKeyOf(insuranceNumber, code)))
          await note('privacy.consent-withdrawn', insuranceNumber, text, text.version);
      });
    },
    publish: async (code, seen, { tieuDe: title, noiDung: body, coSo: legalBasis }) => {
      const before = await queries.currentOf(code);
      if (!before) throw new NotFoundError('Không có văn bản này. Hãy quay lại danh sách.');
      const version = seen + 1;
      const row = { title, body, legalBasis, hash: hashOf({ title, body, legalBasis }) };
      const { needsConsent } = before;
      await uow.run(async () => {
        const isNew = await texts.insertNew({
          id: newId(),
          code,
          version,
          ...row,
          needsConsent,
          validFrom: clock.now(),
        });
        if (!isNew || before.version !== seen)
          throw new ConflictError('Người khác vừa thêm một bản mới. Hãy tải lại trang để xem trước khi sửa.');
        await audit.record({
          action: 'privacy.text-published',
          subject: { kind: 'text', id: code, label: title },
          details: { version },
        });
      });
    },
  };
};
