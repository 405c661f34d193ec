/** Bundle of the public and citizen layouts. Every page works without it. */
import { copyButtons } from './copy.js';
import { countCharacters } from './counter.js';
import { openDialogs } from './dialogs.js';
import { showFiles } from './file-field.js';
import { focusSummary } from './focus-summary.js';
import { serveOffline } from './offline.js';
import { printButtons } from './print-button.js';
import { guardSubmit } from './submit-guard.js';

document.documentElement.classList.add('js');
for (const start of [guardSubmit, openDialogs, printButtons, countCharacters, showFiles, copyButtons]) start();
focusSummary();
serveOffline();
