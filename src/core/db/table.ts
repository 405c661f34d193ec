import type { FindOptions, Model, ModelStatic, Order, Sequelize, WhereOptions } from 'sequelize';
import { ConflictError } from '../errors.js';
import type { Columns } from './columns.js';

export interface ReadOptions<Row> {
  readonly order?: Order;
  readonly limit?: number;
  readonly columns?: readonly (keyof Row & string)[];
}

/** A Sequelize model that speaks plain rows: what goes in and comes out are objects, never instances. */
export interface Table<Row extends object> {
  readonly name: string;
  readonly model: ModelStatic<Model<Row, Partial<Row>>>;
  insert(row: Partial<Row>): Promise<void>;
  insertMany(rows: readonly Partial<Row>[]): Promise<void>;
  /** Updates what `where` finds and says how many rows that were. */
  change(set: Partial<Row>, where: WhereOptions<Row>): Promise<number>;
  /** An update that must hit exactly one row, else ConflictError with `message`: first come, first served. */
  claim(set: Partial<Row>, where: WhereOptions<Row>, message: string): Promise<void>;
  remove(where: WhereOptions<Row>): Promise<number>;
  one(where: WhereOptions<Row>, options?: ReadOptions<Row>): Promise<Row | undefined>;
  many(where: WhereOptions<Row>, options?: ReadOptions<Row>): Promise<Row[]>;
  count(where: WhereOptions<Row>): Promise<number>;
}

/** Rows that go into one INSERT statement; larger lists are cut. */
const BATCH = 500;

const reading = <Row>(where: WhereOptions<Row>, options: ReadOptions<Row>): FindOptions<Row> => ({
  where,
  raw: true,
  ...(options.order && { order: options.order }),
  ...(options.limit && { limit: options.limit }),
  ...(options.columns && { attributes: [...options.columns] }),
});

/** Declares a table. Field names are camelCase in code and snake_case in the database. */
export const defineTable = <Row extends object>(sequelize: Sequelize, name: string, columns: Columns): Table<Row> => {
  const model = sequelize.define(name, columns, {
    tableName: name,
    timestamps: false,
    underscored: true,
  }) as unknown as ModelStatic<Model<Row, Partial<Row>>>;
  const change: Table<Row>['change'] = async (set, where) => (await model.update(set as never, { where }))[0];
  return {
    name,
    model,
    change,
    insert: async (row) => void (await model.bulkCreate([row as never])),
    insertMany: async (rows) => {
      for (let start = 0; start < rows.length; start += BATCH)
        await model.bulkCreate(rows.slice(start, start + BATCH) as never);
    },
    claim: async (set, where, message) => {
      if ((await change(set, where)) !== 1) throw new ConflictError(message);
    },
    remove: (where) => model.destroy({ where }),
    one: async (where, options = {}) => ((await model.findOne(reading(where, options))) as Row | null) ?? undefined,
    many: async (where, options = {}) => (await model.findAll(reading(where, options))) as unknown as Row[],
    count: (where) => model.count({ where }),
  };
};
