import {
  DataTypes,
  literal,
  UniqueConstraintError,
  type FindOptions,
  type Model,
  type ModelStatic,
  type Order,
  type Sequelize,
  type WhereOptions,
} from 'sequelize';
import { ConflictError } from '../errors.js';
import type { Column, Columns } from './columns.js';

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
  /** Inserts unless a row with the same unique key is there, and says whether it did; the unit of work goes on. */
  insertNew(row: Partial<Row>): Promise<boolean>;
  insertMany(rows: readonly Partial<Row>[]): Promise<void>;
  /** Updates what `where` finds and says how many rows that were. */
  change(set: Partial<Row>, where: WhereOptions<Row>): Promise<number>;
  /** Adds one to a counter of the rows that `where` finds and says how many rows that were. */
  increase(counter: keyof Row & string, where: WhereOptions<Row>): Promise<number>;
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

type Convert = (value: unknown) => unknown;

/** The engines hand back instants, flags and large integers in different shapes; rows have one. */
const conversionOf = ({ type }: Column): Convert | undefined => {
  const name = (type as { key?: string }).key ?? '';
  if (name === DataTypes.DATE.key) return (value) => (typeof value === 'string' ? new Date(value) : value);
  if (name === DataTypes.BOOLEAN.key) return Boolean;
  return name === DataTypes.BIGINT.key ? Number : undefined;
};

/** Brings plain rows of any engine into the types of `Row`. */
const converter = <Row>(columns: Columns): ((row: Row) => Row) => {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const conversions = names.flatMap((name) => {
    const convert = columns[name] && conversionOf(columns[name]);
    return convert ? [[name, convert] as const] : [];
  });
  return (row) => {
    for (const [name, convert] of conversions)
      if (row[name] !== null && row[name] !== undefined) row[name] = convert(row[name]) as Row[typeof name];
    return row;
  };
};

/** One engine reports every broken constraint under this class; only a taken key names its columns. */
const isTaken = (error: unknown): boolean =>
  error instanceof UniqueConstraintError && Object.keys(error.fields).length > 0;

/** Declares a table. Field names are camelCase in code and snake_case in the database. */
export const defineTable = <Row extends object>(sequelize: Sequelize, name: string, columns: Columns): Table<Row> => {
  const model = sequelize.define(name, columns, {
    tableName: name,
    timestamps: false,
    underscored: true,
  }) as unknown as ModelStatic<Model<Row, Partial<Row>>>;
  const convert = converter<Row>(columns);
  const change: Table<Row>['change'] = async (set, where) => (await model.update(set, { where }))[0];
  const insert: Table<Row>['insert'] = async (row) => void (await model.bulkCreate([row as never]));
  return {
    name,
    model,
    change,
    insert,
    insertNew: async (row) => {
      try {
        await insert(row);
        return true;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },
    insertMany: async (rows) => {
      for (let start = 0; start < rows.length; start += BATCH)
        await model.bulkCreate(rows.slice(start, start + BATCH) as never);
    },
    claim: async (set, where, message) => {
      if ((await change(set, where)) !== 1) throw new ConflictError(message);
    },
    increase: (counter, where) => {
      const column = sequelize.getQueryInterface().quoteIdentifier(model.getAttributes()[counter].field ?? counter);
      const oneMore = literal(`${column} + 1`);
      return change({ [counter]: oneMore } as unknown as Partial<Row>, where);
    },
    remove: (where) => model.destroy({ where }),
    one: async (where, options = {}) => {
      const row = (await model.findOne(reading(where, options))) as unknown as Row | null;
      return row ? convert(row) : undefined;
    },
    many: async (where, options = {}) =>
      ((await model.findAll(reading(where, options))) as unknown as Row[]).map(convert),
    count: (where) => model.count({ where }),
  };
};
