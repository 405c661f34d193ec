import type { Agencies, Places } from '../../contracts/organisation.js';
import { file, type Reply } from '../../core/http/route.js';
import type { DossierRow } from './dossier.model.js';
import { toSheet, type Sheet } from './sheet.presenter.js';

/** Form 01 of a dossier as paper, for whoever may have it. */
export const sheetsOf = ({ agencies, places }: { readonly agencies: Agencies; readonly places: Places }) => {
  const sheetOf = async (dossier: DossierRow): Promise<Sheet> =>
    toSheet(dossier, await agencies.find(dossier.agencyCode), await places.province(dossier.provinceCode));

  const pdfOf = async (dossier: DossierRow): Promise<Reply> => {
    const { sheetPdf } = await import('./sheet.pdf.js');
    const name = `to-khai-${dossier.number.replaceAll('/', '-')}.pdf`;
    return file('application/pdf', await sheetPdf(await sheetOf(dossier)), { name });
  };

  return { sheetOf, pdfOf };
};
