import { access, get, post, type Route } from '../../core/http/route.js';
import type { EditorController } from './editor.controller.js';
import { articleForm, deskSchema, pictureForm, restoreForm } from './editor.schema.js';
import { paths } from './paths.js';
import type { PictureController } from './picture.controller.js';
import { MAX_BYTES } from './picture.rules.js';
import type { ReleaseController } from './release.controller.js';
import { publishForm, scheduleForm, stepForm } from './release.schema.js';
import type { VersionController } from './version.controller.js';

export interface Desk {
  readonly editor: EditorController;
  readonly picture: PictureController;
  readonly version: VersionController;
}

const write = access.can('news.write');
const publish = access.can('news.publish');
const upload = { fields: ['anh'], maxBytes: MAX_BYTES };

/** Writing. */
export const editorRoutes = ({ editor, picture, version }: Desk): Route[] => [
  get(paths.desk, { access: write, form: deskSchema, handler: editor.desk }),
  get(paths.start, { access: write, handler: editor.startForm }),
  post(paths.start, {
    access: write,
    form: articleForm,
    reshow: editor.startForm,
    keepTyped: true,
    handler: editor.start,
  }),
  get(paths.edit(':id'), { access: write, handler: editor.form }),
  post(paths.edit(':id'), {
    access: write,
    form: articleForm,
    reshow: editor.form,
    keepTyped: true,
    handler: editor.save,
  }),
  get(paths.pictures(':id'), { access: write, handler: picture.list }),
  post(paths.pictures(':id'), {
    access: write,
    upload,
    form: pictureForm,
    reshow: picture.list,
    handler: picture.add,
  }),
  get(paths.deskPicture(':id', ':file'), { access: write, handler: picture.send }),
  get(paths.version(':id', ':number'), { access: write, handler: version.show }),
  post(paths.restore(':id', ':number'), {
    access: write,
    form: restoreForm,
    reshow: editor.form,
    handler: version.restore,
  }),
];

/** What readers see, and when. */
export const releaseRoutes = (release: ReleaseController): Route[] => [
  get(paths.release(':id'), { access: publish, handler: release.form }),
  post(paths.release(':id'), { access: publish, form: publishForm, reshow: release.form, handler: release.publish }),
  get(paths.schedule(':id'), { access: publish, handler: release.form }),
  post(paths.schedule(':id'), { access: publish, form: scheduleForm, reshow: release.form, handler: release.schedule }),
  post(paths.unschedule(':id'), {
    access: publish,
    form: stepForm,
    reshow: release.form,
    handler: release.unschedule,
  }),
  get(paths.withdraw(':id'), { access: publish, handler: release.askWithdraw }),
  post(paths.withdraw(':id'), {
    access: publish,
    form: stepForm,
    reshow: release.askWithdraw,
    handler: release.withdraw,
  }),
  get(paths.pin(':id'), { access: publish, handler: release.begin }),
  post(paths.pin(':id'), { access: publish, form: stepForm, reshow: release.form, handler: release.pin }),
  get(paths.remove(':id'), { access: write, handler: release.askRemove }),
  post(paths.remove(':id'), { access: write, form: stepForm, reshow: release.askRemove, handler: release.remove }),
];
