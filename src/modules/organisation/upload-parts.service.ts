import type { ModuleContext } from '../../core/module.js';
import type { Table } from '../../core/db/table.js';
import type { UploadRow } from './upload.model.js';

export interface UploadParts extends Pick<ModuleContext, 'uow' | 'audit' | 'clock' | 'imports' | 'longFiles'> {
  readonly uploads: Table<UploadRow>;
  readonly maxBytes: number;
  /** There is something to do. */
  wake(): void;
}

/** In the unit of work at hand: what was done with which file. */
export const recordUpload = (
  { audit }: Pick<UploadParts, 'audit'>,
  action: string,
  { id, fileName, kind, size, dryRun }: UploadRow,
): Promise<void> =>
  audit.record({ action, subject: { kind: 'upload', id, label: fileName }, details: { kind, size, dryRun } });
