import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { UpgradeEvent } from '../../src/upgrade/run/index.ts';
import { commandIo } from '../command-io.ts';
import { bareIo } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openJournal } from './canary-journal.ts';

const ioIn = (cwd: string) => commandIo({ ...bareIo, cwd }, { color: 'never', verbosity: 0 });

const key = { apiVersion: 'v1', kind: 'Secret', namespace: 'shop', name: 'keys' };
const secret = { ...{ apiVersion: 'v1', kind: 'Secret', metadata: {} }, data: { key: 'c2VjcmV0' } };

test.each<[string, UpgradeEvent, object]>([
  [
    'what is restored is named, and what it holds is not told',
    { type: 'action', step: 's', outcome: 'done', action: { type: 'restore', object: key, before: secret } },
    { type: 'action', step: 's', outcome: 'done', action: 'restore', object: key },
  ],
  [
    'what is wrong is told',
    { type: 'step-failed', step: 's', problems: ['a', 'b'] },
    { type: 'step-failed', step: 's', problems: ['a', 'b'] },
  ],
  [
    'a notice is told',
    { type: 'notice', step: 's', message: 'look' },
    { type: 'notice', step: 's', message: 'look' },
  ],
])('%s', async (_, event, line) => {
  const cwd = await temporaryFolder({ j: '{"type":"before"}\n' });
  const note = await openJournal(ioIn(cwd), 'j');
  await note(event);
  const lines = (await readFile(path.join(cwd, 'j'), 'utf8')).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe('{"type":"before"}');
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({
    time: expect.stringMatching(/^\d{4}-/) as string,
    ...line,
  });
  expect(lines[1]).not.toContain('c2VjcmV0');
});

test('a file that cannot be written is told before anything begins', async () => {
  const cwd = await temporaryFolder({});
  await expect(openJournal(ioIn(cwd), 'gone/j')).rejects.toThrow('the journal gone/j cannot be written');
});
