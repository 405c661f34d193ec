import type { Agency } from '../../contracts/organisation.js';
import type {
  AssessmentState,
  DossierFilter,
  DossierKind,
  DossierPage,
  DossierQueries,
  DossierState,
  WorkList,
  WorkMoment,
} from '../../contracts/registration.js';
import type { Actor } from '../../core/context.js';
import { InvalidError } from '../../core/errors.js';
import type { ListInput } from './list.schema.js';
import type { Scope } from './scope.queries.js';
import type { WorkClock } from './work.queries.js';

/** Rows on one page. */
const PAGE = 25;

export interface ListData {
  readonly page: DossierPage;
  readonly counts: Readonly<Record<DossierState, number>>;
  readonly work: Readonly<Record<WorkList, number>>;
  /** Milliseconds after which waiting is overdue. */
  readonly overdueAfter: number;
  readonly agencies: readonly Agency[];
}

const filterOf = (input: ListInput, agencies: readonly string[], at: WorkMoment): DossierFilter => ({
  agencies,
  ...(input.soHoSo && { number: input.soHoSo }),
  ...(input.maSo && { insuranceNumber: input.maSo }),
  ...(input.tuNgay && { from: input.tuNgay }),
  ...(input.denNgay && { to: input.denNgay }),
  ...(input.tinhTrang && { assessment: input.tinhTrang as AssessmentState }),
  ...(input.trangThai && { state: input.trangThai as DossierState }),
  ...(input.loai && { kind: input.loai as DossierKind }),
  ...(input.coQuan && { agencyCode: input.coQuan }),
  ...(input.hoTen && { name: input.hoTen }),
  ...(input.viec && { work: { list: input.viec as WorkList, at } }),
});

const cursorOf = ({ sau, truoc }: ListInput) => ({
  limit: PAGE,
  ...(sau ? { after: sau } : truoc ? { before: truoc } : {}),
});

/** Reads for the list of dossiers. */
export interface ListQueries {
  /** One page of the actor's dossiers. InvalidError when the agency asked for is not his. */
  list(input: ListInput, actor: Actor): Promise<ListData>;
  /** What stands around the table when the filter cannot be used. */
  frame(actor: Actor): Promise<ListData>;
  /** Dossiers that wait for an officer: handed in or in review. */
  waiting(actor: Actor): Promise<number>;
}

export const createListQueries = (dossiers: DossierQueries, scope: Scope, clock: WorkClock): ListQueries => {
  const frame = async (actor: Actor): Promise<ListData> => {
    const agencies = await scope.agencies(actor);
    const codes = agencies.map(({ code }) => code);
    return {
      page: { rows: [] },
      counts: await dossiers.counts(codes),
      work: await dossiers.workCounts(codes, await clock.moment()),
      overdueAfter: await clock.overdueAfter(),
      agencies,
    };
  };
  return {
    frame,
    list: async (input, actor) => {
      const codes = await scope.of(actor);
      if (input.coQuan && !codes.includes(input.coQuan))
        throw new InvalidError([{ field: 'coQuan', message: 'Chọn cơ quan trong danh sách.' }]);
      const page = await dossiers.list(filterOf(input, codes, await clock.moment()), cursorOf(input));
      return { ...(await frame(actor)), page };
    },
    waiting: async (actor) => {
      const counts = await dossiers.counts(await scope.of(actor));
      return counts.handed_in + counts.in_review;
    },
  };
};
