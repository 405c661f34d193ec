import { NEWS_TOPIC } from '../../contracts/news.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Table } from '../../core/db/table.js';
import type { Topics } from '../../core/db/topics.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError } from '../../core/errors.js';
import { nameWords } from '../../core/text.js';
import type { CategoryRow } from './article.model.js';
import { slugOf } from './article.rules.js';
import type { CategoryInput } from './category.schema.js';

export interface CategoryParts {
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly topics: Topics;
  readonly categories: Table<CategoryRow>;
}

/** Headings of the news. */
export interface CategoryService {
  add(input: CategoryInput): Promise<void>;
  /** The address and whether it is one of guides stay for good. */
  change(code: string, input: CategoryInput): Promise<void>;
}

const CHANGED = 'Chuyên mục này vừa được người khác sửa. Hãy mở lại trang rồi sửa tiếp.';
const LAST = 'Phải còn ít nhất một chuyên mục đang dùng. Hãy bật chuyên mục khác trước.';
/** Signs of an address that articles name. */
const LONGEST_CODE = 40;

const fault = (field: string, message: string): InvalidError => new InvalidError([{ field, message }]);

const shownOf = ({ ten, thuTu, dangDung }: CategoryInput) => ({ name: ten, position: thuTu, active: dangDung });

export const createCategoryService = ({ uow, audit, topics, categories }: CategoryParts): CategoryService => {
  const saved = async (code: string, input: CategoryInput): Promise<void> => {
    await topics.moveOn(NEWS_TOPIC);
    const subject = { kind: 'news-category', id: code, label: input.ten };
    await audit.record({ action: 'news.category-saved', subject, details: shownOf(input) });
  };

  const refuseSameName = async (code: string, { ten }: CategoryInput): Promise<void> => {
    const same = (await categories.many({ name: ten })).find((other) => other.code !== code);
    if (same) throw fault('ten', `Đã có chuyên mục ${same.name}. Hãy đặt tên khác.`);
  };

  return {
    add: async (input) => {
      const code = slugOf(input.ten).slice(0, LONGEST_CODE).replace(/-$/, '');
      await uow.run(async () => {
        await refuseSameName(code, input);
        const fresh = { code, ...shownOf(input), guide: input.huongDan, version: 1 };
        // A page of its own stands under this word.
        if (nameWords(input.ten).length === 0 || code === 'moi' || !(await categories.insertNew(fresh)))
          throw fault('ten', 'Tên này cho một địa chỉ đã có. Hãy đặt tên khác.');
        await saved(code, input);
      });
    },

    change: async (code, input) => {
      await uow.run(async () => {
        await refuseSameName(code, input);
        const next = { ...shownOf(input), version: input.phienBan + 1 };
        if ((await categories.change(next, { code, version: input.phienBan })) !== 1) throw new ConflictError(CHANGED);
        if ((await categories.count({ active: true, guide: false })) === 0) throw fault('dangDung', LAST);
        await saved(code, input);
      });
    },
  };
};
