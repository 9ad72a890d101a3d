import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exampleObjects, startSandbox } from '../../src/sandbox/index.ts';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { demoFiles } from './demo-files.ts';
import { demoStory } from './demo-story.ts';
import { playStory, type Player } from './play-story.ts';
import { restartShop } from './restart-shop.ts';

async function stage(): Promise<Omit<Player, 'say'>> {
  const sandbox = await startSandbox({ seed: exampleObjects, readyDelay: 10 });
  onTestFinished(() => sandbox.stop());
  const cwd = await mkdtemp(path.join(tmpdir(), 'meshctl-demo-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const kubeconfig = path.join(cwd, 'kubeconfig');
  await writeFile(kubeconfig, sandbox.kubeconfig);
  for (const [name, text] of Object.entries(demoFiles)) await writeFile(path.join(cwd, name), text);
  return {
    run: async (words, into) => {
      const { code, out } = await run(words, { cwd, env: { KUBECONFIG: 'kubeconfig' } });
      if (into !== undefined) await writeFile(path.join(cwd, into), out);
      return code;
    },
    restart: () => restartShop(kubeconfig, new AbortController().signal),
  };
}

test('every command of the story ends as it should', { timeout: 120_000 }, async () => {
  let said = '';
  const say = (text: string): void => {
    said += text;
  };
  await playStory(demoStory, { say, ...(await stage()) });
  expect(said).toContain(`# ${demoStory.length} of ${demoStory.length}: `);
  expect(said).toContain("--request 'GET http://catalogue.stock:9090/books'");
});

test('a command that ends otherwise ends the story', async () => {
  const played: string[] = [];
  const story = [
    { title: 'Fine', words: ['a'], exit: 0, into: 'a.json', restarts: true },
    { title: 'Not fine', words: ['b', 'c'], exit: 1 },
    { title: 'Not reached', words: ['d'], exit: 0 },
  ];
  const run = (words: readonly string[], into = ''): Promise<number> => {
    played.push([...words, into].join(' '));
    return Promise.resolve(0);
  };
  const restart = (): Promise<void> => {
    played.push('restart');
    return Promise.resolve();
  };
  await expect(playStory(story, { say: () => undefined, run, restart })).rejects.toMatchObject({
    message: '`meshctl b c` ended with 0',
    reason: 'in this story it ends with 1',
  });
  expect(played).toEqual(['restart', 'a a.json', 'b c ']);
});

test('its commands talk to the simulated cluster, whatever context is set', async () => {
  const cwd = await temporaryFolder({
    'self.mjs': `
      import { writeFileSync } from 'node:fs';
      writeFileSync(process.env.MARK, process.env.MESHCTL_CONTEXT);
      process.exitCode = 9;`,
  });
  const mark = path.join(cwd, 'mark');
  const env = { PATH: process.env.PATH, MESHCTL_CONTEXT: 'prod', MARK: mark };
  const { code } = await run(['demo'], { cwd, env, self: [process.execPath, path.join(cwd, 'self.mjs')] });
  expect([code, await readFile(mark, 'utf8')]).toEqual([3, 'meshctl-sandbox']);
});
