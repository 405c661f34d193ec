import type { Sequelize } from 'sequelize';
import { code, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import { listingColumns, openPlaceColumns, type Listing, type OpenPlace } from './listing.model.js';

/** Where voluntary contributions are paid: an agent (đại lý thu) or one of its points (điểm thu). */
export interface CollectionAgentRow extends Listing, OpenPlace {
  kind: 'agent' | 'point';
  contactPerson: string;
}

export const collectionAgentTable = (sequelize: Sequelize): Table<CollectionAgentRow> =>
  defineTable<CollectionAgentRow>(sequelize, 'lookup_collection_agent', {
    ...listingColumns(20),
    ...openPlaceColumns(),
    kind: code(5),
    contactPerson: text(120),
  });
