import { defineModule } from '../../core/module.js';

export const notification = defineModule({ id: 'notification', title: 'notification', tables: [], migrations: [], setup: () => ({}) });
