import { mkdir, open, rm, stat, truncate, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { ConflictError, NotFoundError } from '../errors.js';
import { openBytes, sealBytes } from '../seal.js';

/**
 * Encrypted files that never are in memory as a whole: pieces of a length (4 bytes) and what `sealBytes` gives, each bound
 * to the file and its place in it, so that none can be moved, left out in the middle or swapped.
 */
export interface LongFiles {
  /** Stores a stream as it comes. Of one longer than `most` bytes nothing stays and the rest runs off; says how long it was. */
  write(id: string, stream: Readable, most: number): Promise<number>;
  /** The content of a file that `write` stored, from the byte `start` on. */
  read(id: string, start?: number): Readable;
  /** Puts a piece behind the file, on disk before it resolves; says how long the file is on disk. */
  append(id: string, text: string): Promise<number>;
  /** Leaves as much of an appended file as `append` said; 0 removes it. */
  cut(id: string, length: number): Promise<void>;
  remove(id: string): Promise<void>;
}

const PIECE = 64 * 1024;
const LENGTH = 4;
/** Nonce and tag of `sealBytes`. */
const SEALED = PIECE + 28;

const ID = /^[0-9a-f-]{36}$/;

type Bound = Readonly<{ key: Buffer; id: string; file: FileHandle }>;

/** Writes a piece at its place; says where the next one goes. */
const put = async ({ key, id, file }: Bound, offset: number, bytes: Buffer): Promise<number> => {
  const sealed = sealBytes(key, `${id}:${offset}`, bytes);
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(sealed.length);
  await file.write(Buffer.concat([length, sealed]), 0, LENGTH + sealed.length, offset);
  return offset + LENGTH + sealed.length;
};

const store = async (bound: Bound, stream: Readable, most: number): Promise<number> => {
  let size = 0;
  let offset = 0;
  let waiting = Buffer.alloc(0);
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    if (size > most) continue;
    waiting = Buffer.concat([waiting, chunk as Buffer]);
    for (; waiting.length >= PIECE; waiting = waiting.subarray(PIECE))
      offset = await put(bound, offset, waiting.subarray(0, PIECE));
  }
  if (size <= most && waiting.length > 0) await put(bound, offset, waiting);
  await bound.file.datasync();
  return size;
};

/** The pieces from a byte of the content on, whatever lies before it unread. */
async function* pieces({ key, id, file }: Bound, start: number): AsyncGenerator<Buffer> {
  const { size } = await file.stat();
  let offset = Math.floor(start / PIECE) * (LENGTH + SEALED);
  for (let skip = start % PIECE; offset < size; skip = 0) {
    const { buffer: head } = await file.read(Buffer.alloc(LENGTH), 0, LENGTH, offset);
    const length = head.readUInt32BE();
    if (offset + LENGTH + length > size) throw new Error(`long file ${id}: cut off`);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, offset + LENGTH);
    yield openBytes(key, `${id}:${offset}`, buffer).subarray(skip);
    offset += LENGTH + length;
  }
}

/** `directory` holds the files, two levels deep; `key` is 32 bytes from the key file. */
export const createLongFiles = (directory: string, key: Buffer): LongFiles => {
  const pathOf = (id: string): string => {
    if (!ID.test(id)) throw new NotFoundError();
    return join(directory, id.slice(-2), id);
  };
  const sizeOf = async (id: string): Promise<number> => (await stat(pathOf(id)).catch(() => ({ size: 0 }))).size;

  const within = async <T>(id: string, flags: string, work: (bound: Bound) => Promise<T>): Promise<T> => {
    await mkdir(dirname(pathOf(id)), { recursive: true });
    const file = await open(pathOf(id), flags);
    try {
      return await work({ key, id, file });
    } finally {
      await file.close();
    }
  };

  async function* content(id: string, start: number): AsyncGenerator<Buffer> {
    const file = await open(pathOf(id), 'r').catch(() => Promise.reject(new NotFoundError()));
    try {
      yield* pieces({ key, id, file }, start);
    } finally {
      await file.close();
    }
  }

  const remove = (id: string): Promise<void> => rm(pathOf(id), { force: true });

  return {
    write: async (id, stream, most) => {
      const size = await within(id, 'w', (bound) => store(bound, stream, most));
      if (size > most) await remove(id);
      return size;
    },
    read: (id, start = 0) => Readable.from(content(id, start)),
    append: async (id, text) => {
      const offset = await sizeOf(id);
      return within(id, offset === 0 ? 'w' : 'r+', async (bound) => {
        const length = await put(bound, offset, Buffer.from(text));
        await bound.file.datasync();
        return length;
      });
    },
    cut: async (id, length) => {
      if (length === 0) return remove(id);
      if ((await sizeOf(id)) < length)
        throw new ConflictError('Tệp dòng bị từ chối của lượt nạp này không còn đủ. Hãy nạp lại từ đầu.');
      await truncate(pathOf(id), length);
    },
    remove,
  };
};
