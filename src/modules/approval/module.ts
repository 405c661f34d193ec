import { accounts } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import { agencies, settings } from '../../contracts/organisation.js';
import { memberRegistry, participants } from '../../contracts/records.js';
import { dossierQueries, dossierSteps } from '../../contracts/registration.js';
import { defineModule } from '../../core/module.js';
import { dossierActs } from './acts.rules.js';
import { helpActs } from './help.rules.js';
import { menu } from './menu.js';
import { migrations } from './migrations.js';
import { wire } from './wiring.js';
import { approvalRoutes } from './approval.routes.js';

const deciders = ['reception', 'leader'] as const;

/** Officers receive, check and decide the dossiers that citizens declared. */
export const approval = defineModule({
  id: 'approval',
  title: 'Review and decision of dossiers by officers',
  requires: [dossierQueries, dossierSteps, accounts, memberRegistry, participants, agencies, settings, messenger],
  permissions: [
    { id: 'approval.review', label: 'Xem hồ sơ đăng ký', roles: deciders },
    { id: 'approval.manage-reasons', label: 'Quản lý mẫu lý do từ chối', roles: ['leader', 'admin'] },
    { id: 'approval.decide', label: 'Nhận, xử lý và đánh giá hồ sơ đăng ký', roles: deciders },
    { id: 'approval.help', label: 'Hỗ trợ tài khoản tại quầy', roles: deciders },
  ],
  acts: { ...dossierActs, ...helpActs },
  tables: ['approval_reason', 'approval_second', 'approval_help_turn', 'approval_help_file'],
  migrations,
  setup: (ctx) => {
    const { controllers, waiting, waitingSecond, desk, seedReference, retention } = wire(ctx);
    return {
      routes: approvalRoutes(controllers),
      desk: [{ order: 10, permission: 'approval.review', view: 'approval/desk', data: desk }],
      seed: { reference: seedReference },
      retention,
      nav: menu({ waiting, waitingSecond }),
    };
  },
});
