import type { Accounts, AccountSummary } from '../../contracts/auth.js';
import type { Agencies, Places } from '../../contracts/organisation.js';
import { currentContext, guest, runInContext, type Actor } from '../../core/context.js';
import type { FieldFault } from '../../core/errors.js';
import type { Arrival } from './arrival.service.js';
import type { CaseRow } from './case.model.js';
import { tellForm, type RawForm, type TellInput } from './citizen.schema.js';
import type { Intake } from './intake.service.js';
import type { KeptFiles } from './kept-file.service.js';
import type { TopicQueries } from './topic.queries.js';
import type { TopicRow } from './topic.model.js';

export interface TellParts {
  readonly topics: TopicQueries;
  readonly places: Places;
  readonly agencies: Agencies;
  readonly accounts: Accounts;
  readonly intake: Intake;
  readonly kept: KeptFiles;
  keyedHash(purpose: string, value: string): string;
}

/** A form that holds together. */
export interface Told {
  readonly input: TellInput;
  readonly topic: TopicRow;
  readonly account: AccountSummary | undefined;
  readonly arrival: Arrival | undefined;
  readonly key: string;
}

type Sender = Pick<
  CaseRow,
  'senderName' | 'phone' | 'email' | 'address' | 'insuranceNumber' | 'anonymous' | 'verified'
>;

/** Whoever sends no name tells nothing by which he could be found out. */
const senderOf = ({ input, account }: Told): Sender => {
  const { anDanh, hoTen, dienThoai, thuDienTu, diaChi, maSo } = input;
  const reached = { phone: dienThoai, email: thuDienTu || null };
  if (anDanh) return { ...reached, senderName: '', address: '', insuranceNumber: '', anonymous: true, verified: false };
  const verified = account !== undefined;
  return { ...reached, senderName: hoTen, address: diaChi, insuranceNumber: maSo, anonymous: false, verified };
};

/** What lists do not hold. */
const listFaults = async (
  { places, agencies }: Pick<TellParts, 'places' | 'agencies'>,
  { tinh, xa, coQuan }: TellInput,
): Promise<FieldFault[]> => {
  const commune = xa ? await places.commune(xa) : undefined;
  return [
    ...(tinh && !(await places.province(tinh)) ? [{ field: 'tinh', message: 'Chọn tỉnh trong danh sách.' }] : []),
    ...(xa && commune?.provinceCode !== tinh ? [{ field: 'xa', message: 'Chọn phường, xã trong danh sách.' }] : []),
    ...(coQuan && !(await agencies.find(coQuan))
      ? [{ field: 'coQuan', message: 'Chọn cơ quan trong danh sách.' }]
      : []),
  ];
};

/** What people tell us through the page. */
export const tellService = (parts: TellParts) => {
  const { topics, accounts, intake, kept } = parts;

  const accountOf = async (actor: Actor): Promise<AccountSummary | undefined> =>
    actor.realm === 'citizen' ? accounts.byId(actor.id) : undefined;

  return {
    accountOf,

    /** Name, phone and number of whoever is signed in come from the account, the topic from where he comes from. */
    check: async (raw: RawForm, formKey: string, actor: Actor, arrival: Arrival | undefined) => {
      const account = await accountOf(actor);
      const known = {
        ...(account && { hoTen: account.fullName, dienThoai: account.phone, maSo: account.insuranceNumber }),
        ...(arrival?.topicCode && { linhVuc: arrival.topicCode }),
      };
      const parsed = tellForm.safeParse({ ...raw, ...known });
      const issues = parsed.success ? [] : parsed.error.issues;
      const faults = issues.map(({ path, message }): FieldFault => ({ field: String(path[0] ?? ''), message }));
      if (!parsed.success) return { told: undefined, faults };
      const input = parsed.data;
      const topic = await topics.find(input.linhVuc);
      if (!topic || (topic.retired && !arrival))
        return { told: undefined, faults: [{ field: 'linhVuc', message: 'Hãy chọn lĩnh vực trong danh sách.' }] };
      const more = await listFaults(parts, input);
      const same = JSON.stringify([formKey, input.dienThoai, input.tieuDe, input.noiDung]);
      const told: Told = { input, topic, account, arrival, key: parts.keyedHash('feedback.form', same) };
      return { told: more.length ? undefined : told, faults: more };
    },

    known: ({ key }: Told) => intake.known(key),

    send: async (told: Told, formKey: string): Promise<Pick<CaseRow, 'id' | 'code'>> => {
      const { input, topic, arrival, key } = told;
      const actor = input.anDanh ? guest : currentContext().actor;
      // Neither the timeline nor the audit remembers the account of whoever tells no name.
      const row = await runInContext({ ...currentContext(), actor }, async () =>
        intake.receive({
          ...senderOf(told),
          channel: 'web',
          provinceCode: input.tinh,
          communeCode: input.xa,
          place: input.diaDiem,
          aboutAgency: input.coQuan || null,
          title: input.tieuDe,
          body: input.noiDung,
          origin: arrival?.origin ?? 'form',
          reference: arrival?.reference ?? '',
          topic,
          files: await kept.contents(formKey),
          key,
        }),
      );
      await kept.forget(formKey);
      return row;
    },
  };
};

export type TellService = ReturnType<typeof tellService>;
