import { defineModule } from '../../core/module.js';

export const organisation = defineModule({ id: 'organisation', title: 'organisation', tables: [], migrations: [], setup: () => ({}) });
