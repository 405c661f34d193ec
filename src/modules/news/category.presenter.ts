import type { CategoryRow } from './article.model.js';
import { paths } from './paths.js';

const TAGS = {
  on: { kind: 'ok', icon: 'check-circle-fill', text: 'Đang dùng' },
  off: { kind: 'off', icon: 'archive', text: 'Đã tắt' },
} as const;

/** Between two neighbours there is room for others. */
const STEP = 10;

/** All of them, in the order in which readers see them. */
export const presentCategories = (categories: readonly CategoryRow[]) => ({
  title: 'Chuyên mục tin',
  desk: paths.desk,
  startHref: paths.startCategory,
  rows: categories.map(({ code, name, position, guide, active }) => ({
    name,
    position,
    address: paths.category(code),
    kind: guide ? 'Hướng dẫn' : 'Tin',
    href: paths.editCategory(code),
    tag: active ? TAGS.on : TAGS.off,
  })),
});

/** The form of a category, new or there already. */
export const presentCategory = (category: CategoryRow | undefined, all: readonly CategoryRow[]) => ({
  title: category?.name ?? 'Chuyên mục mới',
  desk: paths.desk,
  list: paths.categories,
  action: category ? paths.editCategory(category.code) : paths.startCategory,
  address: category ? paths.category(category.code) : '',
  version: category?.version ?? 0,
  name: category?.name ?? '',
  position: category?.position ?? Math.max(0, ...all.map(({ position }) => position)) + STEP,
  active: category?.active ?? true,
  guide: category?.guide ?? false,
});
