import type { Sequelize } from 'sequelize';
import { code, primary, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

export interface ProvinceRow {
  code: string;
  name: string;
  nameFolded: string;
}

export interface CommuneRow extends ProvinceRow {
  provinceCode: string;
}

/** The 34 provinces; `nameFolded` leaves "Tỉnh" and "Thành phố" out. */
export const provinceTable = (sequelize: Sequelize): Table<ProvinceRow> =>
  defineTable<ProvinceRow>(sequelize, 'organisation_province', {
    code: primary(code(2)),
    name: text(80),
    nameFolded: code(80),
  });

/** The 3,321 communes; `nameFolded` leaves "Phường", "Xã" and "Đặc khu" out. */
export const communeTable = (sequelize: Sequelize): Table<CommuneRow> =>
  defineTable<CommuneRow>(sequelize, 'organisation_commune', {
    code: primary(code(5)),
    name: text(80),
    nameFolded: code(80),
    provinceCode: code(2),
  });
