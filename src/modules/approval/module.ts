import { defineModule } from '../../core/module.js';

export const approval = defineModule({ id: 'approval', title: 'approval', tables: [], migrations: [], setup: () => ({}) });
