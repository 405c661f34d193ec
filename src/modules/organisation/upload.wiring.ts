import type { Agencies, DatedSettings } from '../../contracts/organisation.js';
import type { ModuleContext } from '../../core/module.js';
import { uploadRetention } from './retention.js';
import type { OfficeSettings } from './settings.js';
import { uploadController } from './upload.controller.js';
import type { UploadRow } from './upload.model.js';
import type { Table } from '../../core/db/table.js';
import { uploadQueries } from './upload.queries.js';
import { uploadRoutes } from './upload.routes.js';
import { createUploads } from './upload.service.js';
import { createUploadWorker } from './upload-worker.service.js';

const MIB = 1024 * 1024;

/** Files that administrators send, for the kinds of all modules. */
export const wireUploads = (
  ctx: ModuleContext<OfficeSettings>,
  { agencies, settings, uploads }: { agencies: Agencies; settings: DatedSettings; uploads: Table<UploadRow> },
) => {
  const { uow, audit, clock, log, imports, longFiles } = ctx;
  const maxBytes = ctx.settings.IMPORT_MAX_MB * MIB;
  const worker = createUploadWorker({ uow, clock, log, imports, longFiles, uploads });
  const service = createUploads({ uow, audit, clock, imports, longFiles, uploads, maxBytes, wake: worker.wake });
  const controller = uploadController({ imports, queries: uploadQueries(uploads, agencies), service, clock, maxBytes });
  return {
    routes: uploadRoutes(controller, { maxBytes, sink: service.receive }),
    retention: [uploadRetention({ clock, uow, longFiles, uploads, settings })],
    // What another process or an earlier start left is taken up within a minute.
    jobs: [{ name: 'organisation.uploads', every: '* * * * *', atStart: true, run: async () => worker.wake() }],
    stop: worker.stop,
  };
};
