import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readDumpFile } from './dump-file.ts';

const given = (...pieces: readonly Buffer[]) => ({ cwd: '.', stdin: () => Readable.from(pieces) });

test('what is compressed is unpacked', async () => {
  const { bytes, name } = await readDumpFile(given(gzipSync('{}')), '-');
  expect([bytes.toString(), name]).toEqual(['{}', 'standard input']);
});

test('what would be too long unpacked is refused', async () => {
  const packed = gzipSync(Buffer.alloc(512_000_001));
  await expect(readDumpFile(given(packed), '-')).rejects.toMatchObject({
    ...{ code: 'input', message: 'standard input has more than 512000000 bytes, which is no dump' },
  });
});
