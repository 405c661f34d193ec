import type { Clock } from '../../core/clock.js';
import { NotFoundError } from '../../core/errors.js';
import { file, page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import type { Importer } from '../../core/import/importer.js';
import type { Imports } from '../../core/import/imports.js';
import { upload as pathsOf } from './paths.js';
import { presentColumns, presentUpload, presentUploads } from './upload.presenter.js';
import type { UploadQueries } from './upload.queries.js';
import type { UploadForm, UploadListInput } from './upload.schema.js';
import { UploadFaults } from './upload-ask.service.js';
import type { Uploads } from './upload.service.js';

export interface UploadController {
  readonly list: Handler<UploadListInput>;
  readonly ask: Handler<UploadForm>;
  /** The form again after a fault that is not its own: token, rate. */
  readonly reshow: Handler;
  readonly show: Handler;
  readonly cancel: Handler;
  readonly forReal: Handler;
  readonly refused: Handler;
  readonly columns: Handler;
  readonly template: Handler;
}

export interface UploadControllerParts {
  readonly imports: Imports;
  readonly queries: UploadQueries;
  readonly service: Uploads;
  readonly clock: Clock;
  readonly maxBytes: number;
}

const CSV = 'text/csv; charset=utf-8';
const BOM = '\uFEFF';

/** Files with data for the tables of all modules: sent, followed, stopped. */
export const uploadController = (parts: UploadControllerParts): UploadController => {
  const { imports, queries, service, clock, maxBytes } = parts;

  const listPage = async ({ actor }: PageRequest, below = '', kept?: UploadFaults['kept']): Promise<object> =>
    presentUploads(await queries.list(actor, below), { kinds: imports.kinds(), maxBytes, kept });

  const kindOf = ({ params }: PageRequest): Importer => {
    const importer = imports.kinds().find(({ kind }) => kind === params['kind']);
    if (!importer) throw new NotFoundError();
    return importer;
  };

  const found = ({ actor, params }: PageRequest) => queries.find(actor, params['id'] ?? '');

  return {
    list: async (request) => page('organisation/uploads', await listPage(request, request.input.truoc)),
    reshow: async (request) => page('organisation/uploads', await listPage(request)),
    ask: async (request): Promise<Reply> => {
      const { input, files, actor } = request;
      const sent = files.find(({ field }) => field === 'tep');
      try {
        const file = sent && { fileId: sent.storedAs ?? '', fileName: sent.name, tooLarge: sent.tooLarge };
        const id = await service.ask(actor, { kind: input.loai, way: input.cach, fileId: input.tepGiu, ...file });
        return redirect(pathsOf(id).page);
      } catch (error) {
        if (!(error instanceof UploadFaults)) throw error;
        const values = { loai: input.loai, cach: input.cach };
        const data = { ...(await listPage(request, '', error.kept)), retry: { values, faults: error.faults } };
        return page('organisation/uploads', data, { status: error.status });
      }
    },
    show: async (request) => {
      const { actor } = request;
      const context = { kinds: imports.kinds(), actor, now: clock.now() };
      return page('organisation/upload', presentUpload(await found(request), context));
    },
    cancel: async (request) => {
      const row = await found(request);
      await service.cancel(row);
      return redirect(pathsOf(row.id).page);
    },
    forReal: async (request) => redirect(pathsOf(await service.forReal(request.actor, await found(request))).page),
    refused: async (request) => {
      const row = await found(request);
      const name = `${row.fileName.replace(/\.csv$/i, '')}.rejected.csv`;
      return file(CSV, await service.refused(request.actor, row), { name });
    },
    columns: (request) => page('organisation/upload-columns', presentColumns(kindOf(request))),
    template: (request) => {
      const { kind, columns } = kindOf(request);
      const heading = `${BOM}${columns.map(({ name }) => name).join(',')}\r\n`;
      return file(CSV, Buffer.from(heading), { name: `${kind}.csv` });
    },
  };
};
