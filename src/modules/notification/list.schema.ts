import { z } from 'zod';
import type { Channel, MessageState } from '../../contracts/notification.js';
import { single, typedDay } from '../../core/form-values.js';
import { isReachable } from './message.rules.js';
import { channelWords, stateWords } from './words.rules.js';

const choice = <Key extends string>(words: Readonly<Record<Key, string>>, name: string) =>
  z.preprocess(
    single,
    z.string().transform((value, context): Key | '' => {
      if (value === '' || Object.hasOwn(words, value)) return value as Key | '';
      context.addIssue({ code: 'custom', message: `Chọn ${name} trong danh sách.` });
      return z.NEVER;
    }),
  );

const cursor = z.preprocess(single, z.string().max(80, 'Trang này không có. Hãy bắt đầu lại từ trang đầu.'));

/** The filter as it stands in the address. Empty means: not asked for. */
export const listSchema = z.object({
  tinhTrang: choice<MessageState>(stateWords, 'tình trạng gửi'),
  kenh: choice<Channel>(channelWords, 'kênh'),
  ngay: typedDay(),
  sau: cursor,
  truoc: cursor,
});
export type ListInput = z.infer<typeof listSchema>;

export const emptyList: ListInput = { tinhTrang: '', kenh: '', ngay: '', sau: '', truoc: '' };

const NO_RECIPIENT = 'Hãy nhập đủ số di động 10 chữ số hoặc địa chỉ thư điện tử.';

/** A recipient as officers type it; it is sent as a form, so that no address keeps it. */
export const recipientSchema = z.object({
  den: z.preprocess(
    (value) => {
      const typed = single(value);
      const digits = typed.replace(/[\s.-]/g, '').replace(/^\+?84/, '0');
      return /^\d+$/.test(digits) ? digits : typed;
    },
    z.string().refine((to) => isReachable('sms', to) || (to.length <= 254 && isReachable('email', to)), NO_RECIPIENT),
  ),
});
export type RecipientInput = z.infer<typeof recipientSchema>;
