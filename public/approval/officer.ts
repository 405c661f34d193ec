/** Behaviours of the pages of dossiers; every page works without them. */
import { askFirst } from './ask-first.js';
import { keepTurns } from './keep-turn.js';
import { pasteFiles } from './paste-file.js';
import { showRefusal } from './refusal.js';

for (const start of [askFirst, keepTurns, pasteFiles, showRefusal]) start();
