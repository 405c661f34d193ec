import type { SettingName } from '../../contracts/organisation.js';
import { settingCatalog } from '../../contracts/setting-catalog.js';
import { settingGroups, type SettingGroup, type SettingKind } from '../../contracts/setting-words.js';
import { presentAct } from '../../core/audit/changes.js';
import type { JournalRow } from '../../core/audit/journal.js';
import type { Day } from '../../core/clock.js';
import { date } from '../../core/http/format.js';
import { settingPaths } from './paths.js';
import { earliestDay, isFirst, isOpen, phasesOf, stampOf, type Phase } from './setting-admin.rules.js';
import type { DatedValue } from './setting.rules.js';
import { showValue, typedForm, valueHint, type Choice } from './setting-value.rules.js';

const names = Object.keys(settingCatalog) as SettingName[];

const TAGS: Readonly<Record<Phase, { readonly kind: string; readonly icon: string; readonly text: string }>> = {
  past: { kind: 'off', icon: 'clock-history', text: 'Đã qua' },
  now: { kind: 'ok', icon: 'check-lg', text: 'Đang áp dụng' },
  coming: { kind: 'wait', icon: 'hourglass-split', text: 'Sắp áp dụng' },
};

const sinceOf = (values: readonly DatedValue[], dated: DatedValue): string =>
  isFirst(values, dated) ? 'ban đầu' : date(dated.validFrom);

export interface SettingListFacts {
  readonly all: ReadonlyMap<string, readonly DatedValue[]>;
  readonly units: readonly Choice[];
  readonly today: Day;
}

const rowOf = (name: SettingName, { all, units, today }: SettingListFacts) => {
  const { label, help, kind } = settingCatalog[name];
  const values = all.get(name) ?? [];
  const phases = phasesOf(values, today);
  const now = phases.find(({ phase }) => phase === 'now');
  const next = phases.find(({ phase }) => phase === 'coming');
  return {
    label,
    help,
    href: settingPaths.one(name),
    value: now ? showValue(kind, now.value, units) : 'chưa có',
    since: now ? sinceOf(values, now) : '',
    next: next && { value: showValue(kind, next.value, units), from: date(next.validFrom) },
  };
};

/** All settings, in groups. */
export const presentSettings = (facts: SettingListFacts) => ({
  title: 'Cài đặt, mức và tỷ lệ',
  groups: (Object.keys(settingGroups) as SettingGroup[]).map((group) => ({
    id: group,
    ...settingGroups[group],
    rows: names.filter((name) => settingCatalog[name].group === group).map((name) => rowOf(name, facts)),
  })),
});

/** How the value is put in. */
const inputOf = (kind: SettingKind, units: readonly Choice[]) => {
  const numeric = kind.is === 'count' || kind.is === 'money';
  return {
    hint: valueHint(kind),
    ...(kind.is === 'switch' && {
      radios: [
        { value: '1', text: 'Bật' },
        { value: '0', text: 'Tắt' },
      ],
    }),
    ...(kind.is === 'central-unit' && { options: units }),
    ...(numeric && { inputmode: 'numeric' }),
    ...(kind.is === 'percent' && { inputmode: 'decimal' }),
  };
};

export interface SettingFacts {
  readonly name: SettingName;
  readonly values: readonly DatedValue[];
  readonly units: readonly Choice[];
  readonly today: Day;
  readonly history: readonly JournalRow[];
  readonly acts: Readonly<Record<string, string>>;
  /** Variable of the environment that pages use instead. */
  readonly instead: string | undefined;
}

/** One setting: its values, the form for a new one, and what happened to it. */
export const presentSetting = ({ name, values, units, today, history, acts, instead }: SettingFacts) => {
  const words = settingCatalog[name];
  return {
    title: words.label,
    help: words.help,
    group: settingGroups[words.group].title,
    paths: settingPaths,
    anchor: `${settingPaths.list}#${words.group}`,
    action: settingPaths.one(name),
    stamp: stampOf(values),
    instead,
    first: date(earliestDay(words, today)),
    atOnce: words.atOnce ?? false,
    input: inputOf(words.kind, units),
    values: phasesOf(values, today)
      .reverse()
      .map((dated) => ({
        value: showValue(words.kind, dated.value, units),
        from: sinceOf(values, dated),
        to: dated.lastDay ? date(dated.lastDay) : '',
        tag: TAGS[dated.phase],
        ...(isOpen(words, dated.validFrom, today) && { href: settingPaths.value(name, dated.validFrom) }),
      })),
    history: history.map((row) => presentAct(row, acts)),
  };
};

/** A value that has not begun. */
export const presentValue = (
  { name, values, units }: Pick<SettingFacts, 'name' | 'values' | 'units'>,
  dated: DatedValue,
) => {
  const { validFrom, value } = dated;
  const { label, kind } = settingCatalog[name];
  return {
    title: `${label} từ ${date(validFrom)}`,
    label,
    shown: showValue(kind, value, units),
    before: showValue(kind, values[values.indexOf(dated) - 1]?.value ?? '', units),
    list: settingPaths.list,
    back: settingPaths.one(name),
    action: settingPaths.value(name, validFrom),
    remove: settingPaths.removeValue(name, validFrom),
    stored: value,
    typed: typedForm(kind, value),
    input: inputOf(kind, units),
  };
};
