import { Readable } from 'node:stream';
import { z } from 'zod';
import { typedDay } from '../../core/form-values.js';
import type { Audit } from '../../core/audit/audit.js';
import { addDays, dayOf, daysBetween, type Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import { csvOf } from '../../core/csv.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { date } from '../../core/http/format.js';
import { file, page, type Handler } from '../../core/http/route.js';
import { xlsxOf } from '../../core/xlsx.js';
import { presentFigures, rowsOf, sheetsOf, type FigureFacts } from './figure.presenter.js';
import type { FigureReads, Span } from './figure.queries.js';
import type { Standings } from './standing.queries.js';
import type { Surrounds } from './surrounding.queries.js';
import type { TopicQueries } from './topic.queries.js';

/** Days that are shown unless others are asked for, and the most that are counted at once: five years. */
const [USUAL, LONGEST] = [90, 1_827];

export const figureQuery = z
  .object({ tuNgay: typedDay(), denNgay: typedDay() })
  .superRefine(({ tuNgay: from, denNgay: to }, context) => {
    if (!from || !to) return;
    const days = daysBetween(from, to);
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (days < 0) fault('denNgay', `Đến ngày phải từ ${date(from)} trở đi.`);
    else if (days >= LONGEST) fault('denNgay', 'Xem tối đa 5 năm một lần. Hãy chọn khoảng ngắn hơn.');
  });
export type FigureQuery = z.infer<typeof figureQuery>;

export interface FigureControllerParts {
  readonly figures: FigureReads;
  readonly standings: Standings;
  readonly surrounds: Surrounds;
  readonly topics: TopicQueries;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Figures of feedback, as a page and as files. */
export const figureController = (parts: FigureControllerParts) => {
  const { figures, standings, surrounds, topics, uow, audit, clock } = parts;

  const spanOf = ({ tuNgay, denNgay }: FigureQuery): Span => {
    const to = denNgay || dayOf(clock.now());
    return { from: tuNgay || addDays(to, 1 - USUAL), to };
  };

  const factsOf = async (actor: Actor, query: FigureQuery): Promise<FigureFacts> => {
    const span = spanOf(query);
    const tables = await figures.read(await standings.reachOf(actor), span);
    return { tables, span, topics: await topics.all(), agencies: await surrounds.named(tables.byAgency.keys()) };
  };

  const exported = (kind: string, { from, to }: Span): Promise<void> =>
    uow.run(() =>
      audit.record({
        action: 'feedback.figures-exported',
        subject: { kind: 'feedback-figures', id: kind },
        details: { from, to },
      }),
    );

  const nameOf = ({ from, to }: Span, kind: string): string => `phan-anh-${from}-${to}.${kind}`;

  const show: Handler<FigureQuery> = async ({ actor, input }) =>
    page('feedback/figures', presentFigures(await factsOf(actor, input)));

  const again: Handler = async ({ actor, retry }) =>
    page('feedback/figures', {
      ...presentFigures(await factsOf(actor, { tuNgay: '', denNgay: '' })),
      ...(retry && { retry }),
    });

  const csv: Handler<FigureQuery> = async ({ actor, input }) => {
    const facts = await factsOf(actor, input);
    await exported('csv', facts.span);
    const { heading, rows } = rowsOf(facts);
    return file('text/csv; charset=utf-8', csvOf(heading, Readable.from([rows])), { name: nameOf(facts.span, 'csv') });
  };

  const xlsx: Handler<FigureQuery> = async ({ actor, input }) => {
    const facts = await factsOf(actor, input);
    await exported('xlsx', facts.span);
    return file(XLSX, await xlsxOf(sheetsOf(facts)), { name: nameOf(facts.span, 'xlsx') });
  };

  return { show, again, csv, xlsx };
};

export type FigureController = ReturnType<typeof figureController>;
