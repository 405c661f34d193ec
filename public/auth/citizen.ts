/** Behaviours of sign-in and account on public and citizen pages. Every page works without them. */
import { warnWhenIdle } from './idle.js';
import { countWaits } from './wait.js';

countWaits();
warnWhenIdle();
