import { Op } from 'sequelize';
import type { Request, Response } from 'express';
import { MINUTE, type Clock } from '../clock.js';
import type { Actor } from '../context.js';
import { code, instant, longText, primary } from '../db/columns.js';
import type { Database } from '../db/connection.js';
import { defineTable } from '../db/table.js';
import { newSecret } from '../ids.js';
import { isSameHash, type Keyring } from '../keyring.js';
import { createSeal } from '../seal.js';

/** What was typed into a form: text by field. */
export type TypedValues = Readonly<Record<string, string | string[]>>;

interface KeptFormRow {
  /** Keyed hash of the secret in the cookie. */
  id: string;
  /** Keyed hash of whoever typed it. */
  owner: string;
  path: string;
  /** Sealed values. */
  content: string;
  expiresAt: Date;
}

const LIFE = 30 * MINUTE;
/** Characters of a form that is kept; more was typed by nobody. */
const LARGEST = 20_000;
/** Hidden fields of every form, which belong to the page and not to what was typed. */
const OWN_FIELDS = ['_csrf', '_owner'];

/**
 * Forms that came in after their session had ended wait here until the same person has signed in again. Nothing is
 * ever sent by itself: the page is shown filled in, once, to whoever typed it and to nobody else.
 */
export interface KeptForms {
  /** For the pages of someone signed in: tells later whose form it was, when no session does. */
  ownerOf(actor: Actor): string;
  /** Whether this browser has left a form behind. */
  announced(req: Request): boolean;
  /** Keeps what was typed; false where it cannot be told whose it is, or when it is no form of ours. */
  keep(req: Request, res: Response, values: TypedValues): Promise<boolean>;
  /** What this very person typed on this page; it is kept no longer. */
  take(req: Request, res: Response, actor: Actor): Promise<TypedValues | undefined>;
  /** How many have waited too long. */
  prunable(): Promise<number>;
  prune(): Promise<number>;
}

export const createKeptForms = (
  db: Database,
  keyring: Keyring,
  { clock, production }: { readonly clock: Clock; readonly production: boolean },
): KeptForms => {
  const table = defineTable<KeptFormRow>(db.sequelize, 'core_kept_form', {
    id: primary(code(64)),
    owner: code(64),
    path: code(400),
    content: longText(),
    expiresAt: instant(),
  });
  const seal = createSeal(keyring.keyFor('kept-form'));
  const cookie = production ? '__Host-ansinh.form' : 'ansinh.form';
  const options = { httpOnly: true, sameSite: 'lax', secure: production, path: '/' } as const;
  const idOf = (req: Request): string =>
    keyring.hash('kept-form', String((req.cookies as Record<string, unknown>)[cookie]));
  const hashOf = ({ realm, id }: Actor): string => keyring.hash('kept-form-owner', `${realm} ${id}`);
  const signed = (owner: string): string => owner + keyring.hash('kept-form-page', owner);
  const stale = (): { expiresAt: { [Op.lte]: Date } } => ({ expiresAt: { [Op.lte]: clock.now() } });

  return {
    ownerOf: (actor) => signed(hashOf(actor)),
    announced: (req) => typeof (req.cookies as Record<string, unknown>)[cookie] === 'string',
    keep: async (req, res, sent) => {
      const token = String(sent['_owner']);
      const owner = token.slice(0, 64);
      const values = Object.fromEntries(Object.entries(sent).filter(([name]) => !OWN_FIELDS.includes(name)));
      const fits = JSON.stringify(values).length <= LARGEST && req.path.length <= 400;
      if (!fits || !isSameHash(token, signed(owner))) return false;
      const secret = newSecret();
      const id = keyring.hash('kept-form', secret);
      const expiresAt = new Date(clock.now().getTime() + LIFE);
      const row = { id, owner, path: req.path, content: seal.close(id + owner, values), expiresAt };
      await db.uow.run(() => table.insert(row));
      res.cookie(cookie, secret, { ...options, maxAge: LIFE });
      return true;
    },
    take: async (req, res, actor) => {
      const where = { id: idOf(req), owner: hashOf(actor), path: req.path };
      const row = await table.one(where);
      if (!row || (await db.uow.run(() => table.remove(where))) !== 1) return undefined;
      res.clearCookie(cookie, options);
      return row.expiresAt > clock.now() ? seal.open<TypedValues>(row.id + row.owner, row.content) : undefined;
    },
    prunable: () => table.count(stale()),
    prune: () => db.uow.run(() => table.remove(stale())),
  };
};
