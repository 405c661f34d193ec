import { defineModule } from '../../core/module.js';

export const registration = defineModule({ id: 'registration', title: 'registration', tables: [], migrations: [], setup: () => ({}) });
