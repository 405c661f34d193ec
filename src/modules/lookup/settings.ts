import { z } from 'zod';
import { parseNetwork, type Network } from '../../core/address.js';

const TILES = /^https?:\/\/[^/{}\s;,'"]+\/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})[^\s"]+$/;

/** Networks of offices, as sign-in knows them: many people of one office share an address. Tiles of the map. */
export const lookupSettings = z
  .object({
    SIGN_IN_NETWORKS: z.string().default(''),
    MAP_TILE_URL: z
      .string()
      .regex(TILES, 'MAP_TILE_URL must be an address with {z}, {x} and {y}, e.g. https://tiles.example/{z}/{x}/{y}.png')
      .optional(),
  })
  .transform(({ SIGN_IN_NETWORKS: list, MAP_TILE_URL: tiles }): LookupSettings => ({
    tiles,
    networks: list.split(',').flatMap((name) => parseNetwork(name) ?? []),
  }));

export interface LookupSettings {
  readonly networks: readonly Network[];
  /** Address of map tiles with {z}, {x} and {y}; the host stands in the content policy. */
  readonly tiles: string | undefined;
}
