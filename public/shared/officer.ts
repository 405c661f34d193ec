/** Bundle of the officer layout. Every page works without it. */
import { copyButtons } from './copy.js';
import { countCharacters } from './counter.js';
import { openDialogs } from './dialogs.js';
import { showFiles } from './file-field.js';
import { focusSummary } from './focus-summary.js';
import { showPictures } from './pictures.js';
import { printButtons } from './print-button.js';
import { workRows } from './row-list.js';
import { guardSubmit } from './submit-guard.js';
import { submitKeys } from './submit-keys.js';

document.documentElement.classList.add('js');
const starts = [
  guardSubmit,
  openDialogs,
  printButtons,
  countCharacters,
  showFiles,
  copyButtons,
  showPictures,
  workRows,
  submitKeys,
];
for (const start of starts) start();
focusSummary();
