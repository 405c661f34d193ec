import { date, dayMonth, number, time } from '../../core/http/format.js';
import { paths, withQuery } from './paths.js';
import type { MaterialRow } from './material.model.js';
import type { PlanRow } from './plan.model.js';
import { AUDIENCES, CHANNELS, materialsIn, PLAN_STATES, type PlanState } from './plan.rules.js';
import type { PlanListInput } from './plan.schema.js';

const TAGS: Readonly<Record<PlanState, { kind: string; icon: string }>> = {
  planned: { kind: 'new', icon: 'calendar-event' },
  running: { kind: 'work', icon: 'hourglass-split' },
  done: { kind: 'ok', icon: 'check-circle-fill' },
  dropped: { kind: 'off', icon: 'x-lg' },
};

const tagOf = (state: PlanState) => ({ ...TAGS[state], text: PLAN_STATES[state] });
const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

const materialsOf = ({ materials }: PlanRow) => {
  const found = materialsIn(materials);
  return typeof found === 'number' ? [] : found;
};

/** The list of plans. */
export const presentPlans = (
  { rows, more }: { rows: readonly PlanRow[]; more: boolean },
  { tinhTrang, truoc }: PlanListInput,
) => {
  const chosen = tinhTrang ?? '';
  const last = rows.at(-1);
  return {
    title: 'Kế hoạch truyền thông',
    startHref: paths.startPlan,
    tabs: [['', 'Tất cả'] as const, ...Object.entries(PLAN_STATES)].map(([state, label]) => ({
      label,
      href: withQuery(paths.plans, { tinhTrang: state }),
      current: state === chosen,
    })),
    rows: rows.map((row) => ({
      title: row.title,
      href: paths.plan(row.id),
      span: `${date(row.startsOn)} - ${date(row.endsOn)}`,
      channel: CHANNELS[row.channel],
      audience: AUDIENCES[row.audience],
      materials: materialsOf(row),
      tag: tagOf(row.state),
      edited: `${dayMonth(row.editedAt)} ${time(row.editedAt)}`,
    })),
    goesOn: truoc !== '',
    first: withQuery(paths.plans, { tinhTrang: chosen }),
    next: more && last ? withQuery(paths.plans, { tinhTrang: chosen, truoc: `${last.startsOn}_${last.id}` }) : '',
  };
};

const KIB = 1024;

/** The form of a plan, new or there already. */
export const presentPlan = (plan: PlanRow | undefined, files: readonly MaterialRow[] = []) => ({
  title: plan ? plan.title : 'Kế hoạch mới',
  action: plan ? paths.plan(plan.id) : paths.startPlan,
  list: paths.plans,
  version: plan?.version ?? 0,
  plan: {
    title: plan?.title ?? '',
    from: date(plan?.startsOn),
    to: date(plan?.endsOn),
    channel: plan?.channel ?? '',
    audience: plan?.audience ?? '',
    goal: plan?.goal ?? '',
    materials: plan?.materials ?? '',
    state: plan?.state ?? 'planned',
  },
  links: plan ? materialsOf(plan) : [],
  ...(plan && { addFile: paths.addMaterial(plan.id) }),
  files: files.map(({ id, planId, name, size, addedAt, addedBy }) => ({
    name,
    about: `${number(Math.ceil(size / KIB))} KB, ${addedBy} thêm ${date(addedAt)}`,
    href: paths.material(planId, id),
    removal: paths.removeMaterial(planId, id),
  })),
  channels: options(CHANNELS),
  audiences: options(AUDIENCES),
  states: options(PLAN_STATES),
});
