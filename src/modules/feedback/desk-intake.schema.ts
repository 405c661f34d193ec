import { z } from 'zod';
import { single, ticked } from '../../core/form-values.js';
import { tellForm } from './citizen.schema.js';

/** What an officer writes down while somebody is on the line or at the desk. No field of it names an owner. */
export const deskIntakeForm = tellForm
  .safeExtend({
    kenh: z.preprocess(single, z.enum(['phone', 'desk'], 'Chọn điện thoại hoặc tại quầy.')),
    daDoiChieu: ticked,
    boTep: z.unknown().optional(),
    formKey: z.preprocess(single, z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'Trang này đã cũ. Tải lại rồi thử lại.')),
  })
  .refine(({ kenh, daDoiChieu }) => !(daDoiChieu && kenh === 'phone'), {
    path: ['daDoiChieu'],
    message: 'Qua điện thoại không đối chiếu được giấy tờ. Bỏ đánh dấu.',
    when: () => true,
  })
  .refine(({ daDoiChieu, anDanh }) => !(daDoiChieu && anDanh), {
    path: ['daDoiChieu'],
    message: 'Người gửi ẩn danh thì không đối chiếu giấy tờ. Bỏ đánh dấu.',
    when: () => true,
  });
export type DeskIntakeInput = z.infer<typeof deskIntakeForm>;
