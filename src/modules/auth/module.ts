import { defineModule } from '../../core/module.js';

export const auth = defineModule({ id: 'auth', title: 'auth', tables: [], migrations: [], setup: () => ({}) });
