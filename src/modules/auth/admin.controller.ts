import type { Agencies, Agency } from '../../contracts/organisation.js';
import type { Actor } from '../../core/context.js';
import { InvalidError } from '../../core/errors.js';
import type { Permission } from '../../core/module.js';
import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import { presentOfficer, presentOfficers, presentRoles } from './admin.presenter.js';
import type { AdminQueries, OfficerFilter } from './admin.queries.js';
import type { NewOfficerForm, OfficerForm, OfficerListInput } from './admin.schema.js';
import type { Administration, OfficerData } from './admin.service.js';
import { keepLink } from './admin-acts.controller.js';
import { adminOfficer, paths } from './paths.js';
import type { SealedNotes } from './sealed-note.service.js';

export interface AdminController {
  start(request: PageRequest<unknown>): Reply;
  list(request: PageRequest<OfficerListInput>): Promise<Reply>;
  /** The same page after a filter that cannot be used. */
  reshowList(request: PageRequest<unknown>): Promise<Reply>;
  newOfficer(request: PageRequest<unknown>): Promise<Reply>;
  create(request: PageRequest<NewOfficerForm>): Promise<Reply>;
  officer(request: PageRequest<unknown>): Promise<Reply>;
  edit(request: PageRequest<OfficerForm>): Promise<Reply>;
  roles(request: PageRequest<unknown>): Promise<Reply>;
}

export interface AdminControllerParts {
  readonly administration: Administration;
  readonly lists: AdminQueries;
  readonly agencies: Agencies;
  readonly notes: SealedNotes;
  readonly permissions: readonly Permission[];
}

const dataOf = ({ hoTen, coQuan, vaiTro, maSo }: Omit<OfficerForm, 'phienBan'>): OfficerData => ({
  fullName: hoTen,
  agencyCode: coQuan,
  roles: vaiTro,
  insuranceNumber: maSo || null,
});

/** Officers of the own agency and of those below it, and what their roles may do. */
export const adminController = (parts: AdminControllerParts): AdminController => {
  const { administration, lists, notes, permissions } = parts;

  const agenciesOf = async (actor: Actor): Promise<Agency[]> => {
    const found = await Promise.all((await administration.scope(actor)).map((code) => parts.agencies.find(code)));
    return found.filter((agency) => agency !== undefined);
  };

  const filterOf = (input: OfficerListInput, codes: readonly string[]): OfficerFilter => {
    if (input.coQuan && !codes.includes(input.coQuan))
      throw new InvalidError([{ field: 'coQuan', message: 'Chọn cơ quan trong danh sách.' }]);
    return {
      agencies: input.coQuan ? [input.coQuan] : codes,
      name: input.hoTen,
      username: input.tenDangNhap,
      role: input.vaiTro,
      state: input.trangThai as OfficerFilter['state'],
    };
  };

  return {
    start: () => page('auth/admin', { title: 'Quản trị', paths }),
    list: async ({ input, actor }) => {
      const filter = filterOf(input, await administration.scope(actor));
      const found = await lists.list(filter, { after: input.sau, before: input.truoc });
      return page('auth/admin-officers', presentOfficers(found, { input, agencies: await agenciesOf(actor) }));
    },
    reshowList: async ({ actor }) =>
      page('auth/admin-officers', presentOfficers({ rows: [] }, { agencies: await agenciesOf(actor) })),
    newOfficer: async ({ actor }) => page('auth/admin-officer', presentOfficer(undefined, await agenciesOf(actor))),
    create: async ({ input, actor, session }) => {
      const { id, token } = await administration.create(actor, input.tenDangNhap, dataOf(input));
      return keepLink(notes, session, id, token);
    },
    officer: async ({ params, actor }) => {
      const officer = await administration.find(actor, params['id'] ?? '');
      return page('auth/admin-officer', presentOfficer(officer, await agenciesOf(actor)));
    },
    edit: async ({ params, input, actor, session }) => {
      const id = params['id'] ?? '';
      await administration.edit(actor, { id, version: input.phienBan }, dataOf(input));
      session.flash({ kind: 'ok', text: `Đã lưu tài khoản của ${input.hoTen}.` });
      return redirect(adminOfficer(id).page);
    },
    roles: async ({ actor }) =>
      page('auth/admin-roles', presentRoles(permissions, await lists.holders(await administration.scope(actor)))),
  };
};
