import { z } from 'zod';
import { trackingLimit } from '../../contracts/registration-tracking.js';
import { access, get, page, post, redirect, type Route, type Handler } from '../../core/http/route.js';
import type { formController } from './form.controller.js';
import { MAX_BYTES, PICTURE_FIELDS, rawForm, trackingForm } from './form01.schema.js';
import { paths } from './paths.js';
import type { receivedController } from './received.controller.js';
import type { trackingController } from './tracking.controller.js';

export interface Controllers {
  readonly form: ReturnType<typeof formController>;
  readonly received: ReturnType<typeof receivedController>;
  readonly tracking: ReturnType<typeof trackingController>;
}

const choose: Handler = ({ retry }) =>
  page('registration/choose', {
    title: 'Đăng ký giao dịch điện tử',
    paths,
    ...(retry && { retry }),
  });

const chosen = z.record(z.string(), z.unknown()).superRefine((raw, context) => {
  if (raw['kind'] === 'individual') return;
  context.addIssue({
    code: 'custom',
    path: ['kind'],
    message: 'Hãy chọn Cá nhân rồi bấm Tiếp. Các đối tượng khác chưa hỗ trợ.',
  });
});

export const registrationRoutes = ({ form, received, tracking }: Controllers): readonly Route[] => [
  get(paths.choose, { access: access.public, handler: choose }),
  post(paths.choose, {
    access: access.public,
    csrf: 'origin',
    form: chosen,
    reshow: choose,
    handler: () => redirect(paths.form),
  }),
  get(paths.form, { access: access.public, handler: form.form }),
  post(paths.form, {
    access: access.public,
    upload: { fields: [...PICTURE_FIELDS], maxBytes: MAX_BYTES },
    form: rawForm,
    reshow: form.form,
    handler: form.submit,
  }),
  get(paths.receivedPattern, { access: access.public, handler: received.received }),
  get(paths.sheetPattern, { access: access.public, handler: received.sheet }),
  get(paths.track, { access: access.public, handler: tracking.form }),
  post(paths.track, {
    access: access.public,
    csrf: 'origin',
    limit: trackingLimit,
    form: trackingForm,
    reshow: tracking.form,
    handler: tracking.show,
  }),
];
