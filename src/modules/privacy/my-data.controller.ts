import { Readable } from 'node:stream';
import type { Accounts } from '../../contracts/auth.js';
import type { Agencies } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { file, page, type Handler, type PageRequest } from '../../core/http/route.js';
import type { DataSection, DataSubject } from '../../core/personal-data.js';
import { myDataJson, myDataPaper, presentMyData, type MyData } from './my-data.presenter.js';
import type { MyDataService } from './my-data.service.js';

interface Parts {
  readonly accounts: Accounts;
  readonly agencies: Agencies;
  readonly clock: Clock;
  readonly service: MyDataService;
  /** Of all modules. */
  personalData(): readonly DataSection[];
}

export interface MyDataController {
  readonly show: Handler;
  readonly json: Handler;
  readonly pdf: Handler;
}

/** **Dữ liệu của tôi**: always the data of whoever is signed in, never of a ward. */
export const createMyDataController = ({
  accounts,
  agencies,
  clock,
  service,
  personalData,
}: Parts): MyDataController => {
  const subjectOf = async ({ actor }: PageRequest): Promise<DataSubject> => ({
    person: actor.attributes['insuranceNumber'] ?? '',
    accountId: actor.id,
    phone: (await accounts.byId(actor.id))?.phone ?? '',
  });

  const take = async (request: PageRequest, format: 'json' | 'pdf'): Promise<{ data: MyData; name: string }> => {
    const subject = await subjectOf(request);
    await service.download(subject, format);
    const now = clock.now();
    const office = (await agencies.own())?.name ?? '';
    const name = `du-lieu-cua-toi-${subject.person}-${dayOf(now)}.${format}`;
    return { data: { subject, sections: personalData(), now, office }, name };
  };

  return {
    show: () => page('privacy/my-data', presentMyData(personalData())),
    json: async (request) => {
      const { data, name } = await take(request, 'json');
      return file('application/json', Readable.from(myDataJson(data)), { name });
    },
    pdf: async (request) => {
      const { data, name } = await take(request, 'pdf');
      const { reportPdf } = await import('../../core/pdf/report.js');
      const { head, blocks } = myDataPaper(data);
      return file('application/pdf', await reportPdf(head, blocks), { name });
    },
  };
};
