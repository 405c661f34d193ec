import { access, get, post, type Route } from '../../core/http/route.js';
import { participationQuery } from './participation.schema.js';
import { paths } from './paths.js';
import type { personController } from './person.controller.js';
import { personOpenForm, personSearchForm } from './person.schema.js';

const open = access.can('records.open');

/** Numbers shall be known, not guessed. */
const guesses = { points: 120, perSeconds: 600 };

/** The record of a person for officers: found, opened with a purpose, read. */
export const personRoutes = (person: ReturnType<typeof personController>): Route[] => [
  get(paths.people, { access: open, handler: person.form }),
  post(paths.people, {
    access: open,
    limit: guesses,
    form: personSearchForm,
    reshow: person.form,
    handler: person.search,
  }),
  post(paths.personOpen, {
    access: open,
    limit: guesses,
    form: personOpenForm,
    reshow: person.again,
    handler: person.open,
  }),
  get(paths.person(':opening'), { access: open, form: participationQuery, handler: person.show }),
];
