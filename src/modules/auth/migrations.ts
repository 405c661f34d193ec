import { code, count, flag, id, instant, json, optional, primary, text, unique } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';
import { nameWords } from '../../core/text.js';

export const migrations: readonly Migration[] = [
  {
    name: '001-account',
    up: (tools) =>
      tools.createTable('auth_account', {
        id: id(),
        insuranceNumber: unique(code(10)),
        citizenId: optional(unique(code(12))),
        fullName: text(120),
        phone: unique(code(10)),
        email: optional(code(254)),
        state: code(10),
        passwordHash: code(200),
        passwordKind: code(10),
        passwordSetAt: instant(),
        mustChange: flag(),
        remindedDays: count(999),
        epoch: count(),
        deviceLabel: text(80),
        deviceSince: optional(instant()),
        deviceSeenAt: optional(instant()),
        createdAt: instant(),
      }),
  },
  { name: '002-account-age', up: (tools) => tools.addIndex('auth_account', ['passwordSetAt']) },
  {
    name: '003-officer',
    up: (tools) =>
      tools.createTable('auth_officer', {
        id: id(),
        username: unique(code(40)),
        fullName: text(120),
        role: code(20),
        agencyCode: code(5),
        insuranceNumber: optional(code(10)),
        passwordHash: code(200),
        epoch: count(),
        active: flag(true),
        createdAt: instant(),
        lastSignInAt: optional(instant()),
      }),
  },
  {
    name: '004-officer-session',
    up: (tools) => tools.createTable('auth_officer_session', { id: id(), officerId: code(36), startedAt: instant() }),
  },
  { name: '005-officer-session-age', up: (tools) => tools.addIndex('auth_officer_session', ['startedAt']) },
  {
    name: '006-attempt',
    up: (tools) =>
      tools.createTable('auth_attempt', { bucket: primary(code(64)), failures: count(), until: instant() }),
  },
  { name: '007-attempt-age', up: (tools) => tools.addIndex('auth_attempt', ['until']) },
  {
    name: '008-otp-challenge',
    up: (tools) =>
      tools.createTable('auth_otp_challenge', {
        id: id(),
        subject: code(64),
        purpose: code(20),
        sessionHash: code(64),
        tries: count(),
        payload: json(),
        createdAt: instant(),
        lastSentAt: instant(),
        closedAt: optional(instant()),
      }),
  },
  { name: '009-otp-challenge-age', up: (tools) => tools.addIndex('auth_otp_challenge', ['createdAt']) },
  {
    name: '010-otp-code',
    up: (tools) =>
      tools.createTable('auth_otp_code', {
        id: id(),
        challengeId: code(36),
        subject: code(64),
        purpose: code(20),
        codeHash: code(64),
        createdAt: instant(),
        expiresAt: instant(),
      }),
  },
  { name: '011-otp-code-challenge', up: (tools) => tools.addIndex('auth_otp_code', ['challengeId']) },
  { name: '012-otp-code-quota', up: (tools) => tools.addIndex('auth_otp_code', ['subject', 'purpose', 'createdAt']) },
  { name: '013-otp-code-age', up: (tools) => tools.addIndex('auth_otp_code', ['createdAt']) },
  {
    name: '014-otp-quota',
    up: (tools) => tools.createTable('auth_otp_quota', { name: primary(code(90)), turn: count() }),
  },
  {
    name: '020-account-last-sign-in',
    up: (tools) => tools.addColumn('auth_account', 'lastSignInAt', optional(instant())),
  },
  {
    name: '021-otp-challenge-phone',
    up: (tools) => tools.addColumn('auth_otp_challenge', 'phone', optional(code(10))),
  },
  { name: '022-otp-challenge-subject', up: (tools) => tools.addIndex('auth_otp_challenge', ['subject']) },
  {
    name: '023-device',
    up: (tools) =>
      tools.createTable('auth_device', {
        id: id(),
        accountId: code(36),
        label: text(80),
        firstSeenAt: instant(),
        lastSeenAt: instant(),
      }),
  },
  {
    name: '024-device-label',
    up: (tools) => tools.addIndex('auth_device', ['accountId', 'label'], { unique: true }),
  },
  { name: '025-device-age', up: (tools) => tools.addIndex('auth_device', ['lastSeenAt']) },
  {
    name: '030-officer-role',
    up: (tools) =>
      tools.createTable('auth_officer_role', { officerId: primary(code(36)), role: primary(code(20)), turn: count() }),
  },
  { name: '031-officer-role-holders', up: (tools) => tools.addIndex('auth_officer_role', ['role', 'officerId']) },
  {
    name: '032-officer-role-fill',
    up: async (tools) =>
      tools.fill('auth_officer_role', await tools.rows('SELECT id AS officerId, role FROM auth_officer')),
  },
  {
    name: '033-officer-word',
    up: (tools) => tools.createTable('auth_officer_word', { officerId: primary(code(36)), word: primary(code(100)) }),
  },
  { name: '034-officer-word-word', up: (tools) => tools.addIndex('auth_officer_word', ['word', 'officerId']) },
  {
    name: '035-officer-word-fill',
    up: async (tools) => {
      const officers = await tools.rows<{ id: string; name: string }>('SELECT id, full_name AS name FROM auth_officer');
      const words = officers.flatMap(({ id: officerId, name }) => nameWords(name).map((word) => ({ officerId, word })));
      await tools.fill('auth_officer_word', words);
    },
  },
  { name: '036-officer-version', up: (tools) => tools.addColumn('auth_officer', 'version', count(1)) },
  { name: '037-officer-place', up: (tools) => tools.addIndex('auth_officer', ['agencyCode', 'username']) },
  {
    name: '038-officer-session-device',
    up: (tools) => tools.addColumn('auth_officer_session', 'device', { ...text(80), defaultValue: '' }),
  },
  { name: '039-officer-session-owner', up: (tools) => tools.addIndex('auth_officer_session', ['officerId']) },
  {
    name: '040-officer-link',
    up: (tools) =>
      tools.createTable('auth_officer_link', {
        officerId: primary(code(36)),
        tokenHash: unique(code(64)),
        expiresAt: instant(),
      }),
  },
  { name: '041-officer-link-age', up: (tools) => tools.addIndex('auth_officer_link', ['expiresAt']) },
  {
    name: '042-officer-totp',
    up: (tools) =>
      tools.createTable('auth_officer_totp', {
        officerId: primary(code(36)),
        secret: code(255),
        lastStep: count(),
        createdAt: instant(),
      }),
  },
  {
    name: '043-officer-recovery',
    up: (tools) =>
      tools.createTable('auth_officer_recovery', { officerId: primary(code(36)), codeHash: primary(code(64)) }),
  },
];
