import type { AccountSummary } from '../../contracts/auth.js';
import type { Agencies, OfficeContacts, Places } from '../../contracts/organisation.js';
import { presentPuzzle, type Puzzles } from '../../core/http/puzzle.js';
import type { Found } from '../../core/public-search.js';
import type { Arrival } from './arrival.service.js';
import { TEXT_MOST } from './citizen.schema.js';
import type { KeptFiles } from './kept-file.service.js';
import { paths } from './paths.js';
import type { TopicQueries } from './topic.queries.js';

export interface FormSources {
  readonly topics: TopicQueries;
  readonly places: Places;
  readonly agencies: Agencies;
  readonly contacts: OfficeContacts;
  readonly kept: KeptFiles;
  readonly puzzles: Puzzles;
}

/** What is known of the page before its lists are read. */
export interface FormState {
  readonly formKey: string;
  readonly province: string;
  readonly account: AccountSummary | undefined;
  readonly arrival: Arrival | undefined;
  /** Answers that may do already; shown once. */
  readonly near: readonly Found[];
  /** They were shown: the next press sends. */
  readonly seen: boolean;
  /** A mark that this reader cannot open. */
  readonly lost: boolean;
}

export const SHEETS = ['feedback.css'];

const options = (rows: readonly { readonly code: string; readonly name: string }[]) =>
  rows.map(({ code, name }) => ({ value: code, text: name }));

/** The hotline as urgent topics show it: number, and when somebody answers. */
const hotlineOf = async ({ contacts }: FormSources) => {
  const { number, duty } = await contacts.hotline();
  return { number, hours: duty.map(({ days, hours }) => `${days} ${hours}`).join('; ') };
};

/** The form of feedback with its lists. */
export const formPage = async (sources: FormSources, state: FormState) => {
  const { topics, places, agencies, puzzles } = sources;
  const { province, account, arrival } = state;
  const [offered, provinces, communes, offices, files, hotline] = await Promise.all([
    topics.offered(),
    places.provinces(),
    province ? places.communes(province) : [],
    agencies.receiving(province || ((await agencies.own())?.provinceCode ?? undefined)),
    sources.kept.fields(state.formKey),
    hotlineOf(sources),
  ]);
  const known = arrival?.topicCode ? offered.find(({ code }) => code === arrival.topicCode) : undefined;
  return {
    title: 'Gửi phản ánh, kiến nghị',
    paths,
    sheets: SHEETS,
    scripts: account ? [] : ['puzzle.js'],
    formKey: state.formKey,
    province,
    arrival,
    near: state.near,
    seen: state.seen,
    lost: state.lost,
    topics: offered.map(({ code, name, urgent }) => ({
      value: code,
      text: name,
      note: urgent ? 'Gấp: gọi tổng đài' : '',
    })),
    topic: known?.name,
    hot: !known || known.urgent,
    hotline,
    provinces: options(provinces),
    communes: options(communes),
    offices: offices.map(({ code, name }) => ({ value: code, text: name })),
    files,
    most: TEXT_MOST,
    account: account && {
      name: account.fullName,
      phone: account.phone,
      number: account.insuranceNumber,
      email: account.email ?? '',
    },
    puzzle: account ? undefined : presentPuzzle(puzzles.issue()),
  };
};
