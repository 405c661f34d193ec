import type { Reportable } from '../../core/report-link.js';

/** Where a fault in a row is reported; nowhere while no module takes reports. */
export type ReportLinks = (fault: Reportable) => string | undefined;
