import { DataTypes, type ModelAttributeColumnOptions } from 'sequelize';

/** A column as models and migrations both write it. Not null unless wrapped in `optional`. */
export type Column = ModelAttributeColumnOptions;
export type Columns = Record<string, Column>;

const required = (type: Column['type']): Column => ({ type, allowNull: false });

/** UUIDv7 from `newId()`, compared byte by byte. */
export const id = (): Column => ({ ...required(DataTypes.STRING(36).BINARY), primaryKey: true });
/** A running number given by the engine, for tables with many rows. */
export const serial = (): Column => ({ ...required(DataTypes.BIGINT), primaryKey: true, autoIncrement: true });
/** ASCII code or key, compared byte by byte: numbers with leading zeros, states, hashes, folded names. */
export const code = (length: number): Column => required(DataTypes.STRING(length).BINARY);
/** Vietnamese text of at most `length` characters. The length is checked by our schemas, not by the engine. */
export const text = (length: number): Column => required(DataTypes.STRING(length));
export const longText = (): Column => required(DataTypes.TEXT);
/** An instant to the millisecond, UTC. */
export const instant = (): Column => required(DataTypes.DATE(3));
/** A calendar day, `yyyy-mm-dd`. */
export const day = (): Column => required(DataTypes.DATEONLY);
/** Whole đồng. Stays a safe integer: at most 9,007 trillion. */
export const money = (): Column => required(DataTypes.BIGINT);
/** A large whole number given by us. */
export const whole = (): Column => required(DataTypes.BIGINT);
export const count = (initial = 0): Column => ({ ...required(DataTypes.INTEGER), defaultValue: initial });
export const number = (): Column => required(DataTypes.DOUBLE);
export const flag = (initial = false): Column => ({ ...required(DataTypes.BOOLEAN), defaultValue: initial });
/** JSON as text: read with `JSON.parse`, so that both engines hand back the same thing. */
export const json = (): Column => required(DataTypes.TEXT);

export const optional = (column: Column): Column => ({ ...column, allowNull: true });
export const primary = (column: Column): Column => ({ ...column, primaryKey: true });
export const unique = (column: Column): Column => ({ ...column, unique: true });
