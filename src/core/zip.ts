import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file of an archive; its bytes are fetched when its turn comes. */
export interface ZipPart {
  readonly name: string;
  bytes(): Promise<Buffer>;
  /** Packed already, as pictures and PDF are: only put in. */
  readonly packed?: boolean;
}

/**
 * An archive as a stream, one file in memory at a time. The last file of it, named `hashes`, lists the SHA-256 of each of
 * the others, in the form that `sha256sum -c` reads.
 */
export const zipOf = (
  parts: readonly ZipPart[],
  { at, hashes }: { readonly at: Date; readonly hashes: string },
): Readable => {
  const chunks: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    failure ??= error;
    chunks.push(chunk);
  });
  const add = (name: string, bytes: Buffer, packed: boolean): void => {
    const entry = packed ? new ZipPassThrough(name) : new ZipDeflate(name);
    entry.mtime = at;
    zip.add(entry);
    entry.push(bytes, true);
  };
  const flush = function* (): Generator<Uint8Array> {
    if (failure) throw failure;
    yield* chunks.splice(0);
  };
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    const lines: string[] = [];
    for (const { name, bytes, packed = false } of parts) {
      const content = await bytes();
      lines.push(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`);
      add(name, content, packed);
      yield* flush();
    }
    add(hashes, Buffer.from(lines.join('')), false);
    zip.end();
    yield* flush();
  };
  return Readable.from(pieces());
};
