import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './kube/testing/connect-to.ts';
import { tar } from './tar.ts';

const long = `logs/${'n'.repeat(63)}/${'p'.repeat(200)}/istio-proxy.log`;
const files: Readonly<Record<string, string>> = {
  'a.txt': 'hello\n',
  'empty.json': '',
  'über/block.txt': 'x'.repeat(512),
  [long]: 'log\n',
};

async function archive(): Promise<Buffer> {
  async function* entries() {
    for (const [path, text] of Object.entries(files)) {
      yield await Promise.resolve({ path, bytes: Buffer.from(text) });
    }
  }
  const pieces: Buffer[] = [];
  for await (const piece of tar(entries(), 'report', new Date('2030-01-02T03:04:05Z'))) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('tar reads what is written, with names of any length', async () => {
  const folder = await temporaryFolder({});
  const file = join(folder, 'a.tar');
  await writeFile(file, await archive());
  const env = { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' };
  const listed = execFileSync('tar', ['-tvf', file], { env, encoding: 'utf8' }).trim().split('\n');
  expect(listed.map((line) => line.split(/ +/).at(-1))).toEqual(
    Object.keys(files).map((path) => `report/${path}`),
  );
  expect(listed[0]).toMatch(/^-rw------- .* 6 2030-01-02 03:04 report\/a\.txt$/);
  for (const [path, text] of Object.entries(files)) {
    const read = execFileSync('tar', ['-xOf', file, `report/${path}`], { env, encoding: 'utf8' });
    expect(read).toBe(text);
  }
});

test('the same files give the same bytes', async () => {
  expect((await archive()).equals(await archive())).toBe(true);
});

test.each([98, 99, 100, 987, 988, 989, 990, 991])(
  'a name of %d letters is written with its length',
  async (length) => {
    async function* entry() {
      yield await Promise.resolve({ path: 'n'.repeat(length), bytes: Buffer.alloc(0) });
    }
    const pieces: Buffer[] = [];
    for await (const piece of tar(entry(), 'r', new Date(0))) pieces.push(piece);
    const record = Buffer.concat(pieces)
      .subarray(512, 512 + length + 20)
      .toString();
    const [, told = ''] = /^(\d+) path=/.exec(record) ?? [];
    if (length + 2 <= 100) expect(told).toBe('');
    else expect(Number(told)).toBe(Buffer.byteLength(`${told} path=r/${'n'.repeat(length)}\n`));
  },
);
