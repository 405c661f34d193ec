/** Cells that differ from the first line of the example file, the column that is told, and the reason word by word. */
export type BadRow = readonly [change: Readonly<Record<string, string>>, column: string, reason: string];
