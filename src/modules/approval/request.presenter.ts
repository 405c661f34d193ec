import type { ChangedField } from '../../contracts/registration.js';
import type { DossierView } from './dossier.queries.js';
import { paths } from './paths.js';
import { fieldWords, isRequest, stopConsequences } from './request.rules.js';

const NONE = 'Chưa có';

/** Contact data as it is now, of which the request may know an older state. */
const current = ({ duplicates, registry }: DossierView): Readonly<Record<ChangedField, string | undefined>> => ({
  phone: duplicates.accountOfNumber?.phone,
  email: duplicates.accountOfNumber && (duplicates.accountOfNumber.email ?? ''),
  address: registry.kind === 'found' ? registry.entry.address : undefined,
});

const changes = (view: DossierView) => {
  const now = current(view);
  return view.dossier.changes.map(({ field, from, to }) => {
    const value = now[field];
    // Once it is approved the new value is the one on file.
    const moved = view.dossier.state !== 'approved' && value !== undefined && value !== from;
    return {
      label: fieldWords[field],
      from: from || NONE,
      to: to || 'Bỏ trống',
      now: moved ? value || NONE : undefined,
    };
  });
};

/** The question before a request is approved. */
const question = ({ dossier: { kind, fullName } }: DossierView): string =>
  kind === 'stop' ? `Ngừng sử dụng tài khoản của ${fullName}?` : `Cập nhật thông tin của ${fullName}?`;

/** What a request asks for; nothing for a registration. `offered`: this officer may decide it now. */
export const presentRequest = (view: DossierView, { from, offered }: { from: string; offered: boolean }) => {
  const { dossier } = view;
  if (!isRequest(dossier)) return undefined;
  return {
    kind: dossier.kind,
    title: dossier.kind === 'stop' ? 'Yêu cầu ngừng sử dụng' : 'Thông tin đề nghị thay đổi',
    changes: changes(view),
    consequences: dossier.kind === 'stop' ? stopConsequences : [],
    confirm: offered
      ? { question: question(view), action: paths.confirm(dossier.id), hidden: { phienBan: dossier.version, tu: from } }
      : undefined,
  };
};
