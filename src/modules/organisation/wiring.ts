import { seedOrganisation } from '../../../seeders/reference/organisation.js';
import { ORGANISATION_TOPIC } from '../../contracts/organisation.js';
import type { ModuleContext } from '../../core/module.js';
import { agencyQueries } from './agency.queries.js';
import { holidayQueries } from './holiday.queries.js';
import { contactsOf } from './office.queries.js';
import { placeQueries } from './place.queries.js';
import { settingQueries } from './setting.queries.js';
import type { OfficeSettings } from './settings.js';
import type { openTables } from './tables.js';
import { workCalendarQueries } from './work-calendar.queries.js';

/** What other modules ask, from memory, and what makes it old. */
export const wireAnswers = (ctx: ModuleContext<OfficeSettings>, tables: ReturnType<typeof openTables>) => {
  const { db, clock, uow, topics } = ctx;
  const dated = settingQueries(db, clock);
  const answers = {
    agencies: agencyQueries(db, clock, ctx.settings.OFFICE_AGENCY),
    places: placeQueries(db, clock),
    settings: dated,
    holidays: holidayQueries(tables.holidays, clock),
    calendar: workCalendarQueries({ ...tables, settings: dated, clock }),
  };
  for (const answer of Object.values(answers)) topics.watch(ORGANISATION_TOPIC, answer.forget);
  const moveOn = (): Promise<void> => topics.moveOn(ORGANISATION_TOPIC);
  const reference = (): Promise<void> =>
    uow.run(async () => {
      await seedOrganisation(tables);
      await moveOn();
    });
  return { answers, contacts: contactsOf(ctx.settings, { ...answers, clock }), moveOn, reference };
};
