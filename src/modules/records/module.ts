import { defineModule } from '../../core/module.js';

export const records = defineModule({ id: 'records', title: 'records', tables: [], migrations: [], setup: () => ({}) });
