import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { samplePlan } from '../../src/upgrade/run/testing/sample-plan.ts';
import { sandboxMesh } from '../../src/upgrade/run/testing/sandbox-mesh.ts';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const plan = JSON.stringify({ apiVersion: 'meshctl.dev/v1alpha1', ...samplePlan });

interface Line {
  readonly type: string;
}

const journalIn = async (folder: string): Promise<readonly Line[]> =>
  (await readFile(path.join(folder, 'j.jsonl'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

test(
  'an upgrade is begun, looked at, refused its promotion, and taken back',
  { timeout: 120_000 },
  async () => {
    const { kubeconfig } = await sandboxMesh();
    const cwd = await temporaryFolder({ config: kubeconfig, 'plan.json': plan });
    const env = { KUBECONFIG: path.join(cwd, 'config'), PATH: process.env.PATH };
    const ask = (...words: readonly string[]) => run(['upgrade', ...words, '--no-config'], { cwd, env });

    expect(await ask('status')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no upgrade was begun') as string,
    });
    const begun = await ask(
      'canary',
      '--plan',
      'plan.json',
      '--until',
      'tag',
      '--auto',
      '--journal',
      'j.jsonl',
    );
    expect(begun).toMatchObject({ code: 0, err: expect.stringContaining('install:\n') as string });
    const journal = await journalIn(cwd);
    expect(journal.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['step-started', 'action', 'step-done', 'ended']),
    );
    expect(journal.at(-1)).toMatchObject({ type: 'ended', phase: 'waiting', from: 'default', to: 'canary' });
    const status = await ask('status', '-o', 'json');
    expect(JSON.parse(status.out)).toMatchObject({
      kind: 'UpgradeStatus',
      phase: 'waiting',
      steps: [
        { id: 'install', state: 'done' },
        { state: 'done' },
        { id: 'wave-1', state: 'open' },
        {},
        {},
        {},
        {},
        {},
      ],
    });
    const early = await ask('promote', '-y');
    expect(early).toMatchObject({
      code: 2,
      err: expect.stringContaining('the step wave-1 is not done') as string,
    });
    expect(await ask('pause')).toMatchObject({ code: 0, err: 'nobody carries it out: it is waiting\n' });
    const undone = await ask('rollback', '--to', 'install', '-y', '--journal', 'j.jsonl');
    expect(undone).toMatchObject({ code: 0, out: expect.stringMatching(/tag\s+undone/) as string });
    const longer = await journalIn(cwd);
    expect(longer.slice(0, journal.length)).toEqual(journal);
    expect(longer.slice(journal.length)[0]).toMatchObject({ type: 'step-started', step: 'tag', way: 'undo' });
  },
);

test.each([
  ['that is not there', 'gone.json'],
  ['that is no plan', 'other.json'],
])('a file %s is refused', async (_, file) => {
  const cwd = await temporaryFolder({ 'other.json': '{"kind":"List"}' });
  const result = await run(['upgrade', 'canary', '--plan', file, '-y', '--no-config'], { cwd });
  expect(result).toMatchObject({
    code: 2,
    err: expect.stringContaining(`${file} is no plan of an upgrade`) as string,
  });
});
