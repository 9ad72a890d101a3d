import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { MeshctlError } from '../src/errors.ts';
import { readDumpFile } from './dump-file.ts';

const given = (...pieces: readonly Buffer[]) => ({ cwd: '.', stdin: () => Readable.from(pieces) });

test('what is compressed is unpacked', async () => {
  const { bytes, name } = await readDumpFile(given(gzipSync('{}')), '-');
  expect([bytes.toString(), name]).toEqual(['{}', 'standard input']);
});

test('what would be too long unpacked is refused', async () => {
  const packed = gzipSync(Buffer.alloc(512_000_001));
  await expect(readDumpFile(given(packed), '-')).rejects.toMatchObject({
    ...{
      code: 'input',
      message: 'standard input has more than 512000000 bytes: no file that meshctl reads is as long',
    },
  });
});

test.each([
  ['a folder', '.', /^EISDIR/, 'it is a folder: name a file'],
  ['what is not there', 'nowhere.json', /^ENOENT/, undefined],
])('%s is refused', async (_, file, reason, hint) => {
  const error: unknown = await readDumpFile(given(), file).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: 'input',
    message: `cannot read ${file}`,
    ...(hint !== undefined && { hint }),
  });
  expect((error as MeshctlError).reason).toMatch(reason);
});

test('a device that never ends is refused', async () => {
  await expect(readDumpFile(given(), '/dev/zero')).rejects.toThrow('/dev/zero has more than 512000000 bytes');
});
