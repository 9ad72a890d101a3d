import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { exampleObjects, startSandbox } from '../../src/sandbox/index.ts';
import { sampleMesh } from '../../src/upgrade/plan/testing/sample-mesh.ts';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const saved = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: sampleMesh });

async function asked(words: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const cwd = await temporaryFolder({ 'saved.json': saved, ...files });
  return run(['upgrade', 'plan', '--from', 'saved.json', ...words, '--no-config'], { cwd });
}

interface Shown {
  readonly feasible: boolean;
  readonly facts: readonly { readonly code: string }[];
  readonly steps: readonly {
    readonly id: string;
    readonly namespaces?: readonly { readonly name: string }[];
  }[];
}

const wavesIn = (out: string) =>
  (JSON.parse(out) as Shown).steps
    .filter(({ id }) => /^wave-\d$/.test(id))
    .map(({ namespaces = [] }) => namespaces.map(({ name }) => name));

describe('a plan from saved objects', () => {
  test('says on a page what stands in the way, and each step with its way back', async () => {
    const { code, out } = await asked(['-o', 'markdown']);
    expect(code).toBe(0);
    expect(out).toContain('# Upgrade from `old` (1.30.2) to `1-31-1` (1.31.1)');
    expect(out).toContain('| by-tag | `istio.io/rev=1-31-1` (was `prod`) | StatefulSet web (1) |');
    expect(out.match(/^- Way back: /gm)?.length).toBe(out.match(/^### /gm)?.length);
  });

  test('shares namespaces out by labels, names in a file, percentages, and what is left', async () => {
    const words = ['--wave', 'istio-injection=enabled', '--wave', '@first', '--wave', '25%', '-o', 'json'];
    const { code, out } = await asked(words, { first: '# a comment\nby-tag\n' });
    expect(code).toBe(0);
    expect(wavesIn(out)).toEqual([['by-default'], ['by-tag'], ['alone'], ['by-name']]);
  });

  test.each([
    ['a selector that nothing has', 'team=typo', ['empty-wave']],
    ['a selector that something has', 'istio-injection=enabled', []],
  ])('tells of a wave for %s when it takes nothing', async (_, selector, told) => {
    const { facts } = JSON.parse((await asked(['--wave', selector, '-o', 'json'])).out) as Shown;
    expect(facts.map(({ code }) => code).filter((code) => code === 'empty-wave')).toEqual(told);
  });

  test('ends with 1 when something stops it, and still shows the plan', async () => {
    const { code, out } = await asked(['--to', '1.29.0']);
    expect(code).toBe(1);
    expect(out).toContain('stop downgrade');
    expect(out).toContain('This upgrade cannot be carried out');
  });

  test.each([
    ['a version that is none', ['--to', 'newest'], '"newest" is neither a version nor a control plane'],
    ['a wave of nothing', ['--wave', '0%'], '0 % is no share'],
    ['a wave of labels that are none', ['--wave', 'a=b=c'], '"a=b=c" is no selector of labels'],
    ['a control plane that is not there', ['--from-revision', 'gone'], 'there is no control plane "gone"'],
    ['a file of names that is not there', ['--wave', '@gone'], 'cannot read the wave in gone'],
    ['a wave without a file', ['--wave', '@'], 'the wave "@" names no file'],
    ['a share without a sign', ['--wave', '10'], 'write 10% for a share of the namespaces'],
    ['a file of something else', ['--wave', '@saved.json'], 'has a line that names no namespace'],
    ['the only control plane to go to', ['--to', 'old'], 'old is the only control plane'],
  ])('%s is refused with 2', async (_, words, message) => {
    const { code, out, err } = await asked(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

test('a cluster is read without a write, and -f -o dir makes manifests of the steps', async () => {
  const sandbox = await startSandbox({ seed: exampleObjects });
  onTestFinished(sandbox.stop);
  const spec =
    'apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec: { profile: minimal, revision: fresh }\n';
  const cwd = await temporaryFolder({ config: sandbox.kubeconfig, 'spec.yaml': spec });
  const env = { KUBECONFIG: path.join(cwd, 'config'), PATH: process.env.PATH };
  const ask = (...words: readonly string[]) => run([...words, '--no-config'], { cwd, env });
  expect((await ask('install', '-y', '-q')).code).toBe(0);
  const before = JSON.stringify(sandbox.objects());
  const { code, out } = await ask('upgrade', 'plan', '-f', 'spec.yaml', '-o', 'json');
  expect({ code, feasible: (JSON.parse(out) as Shown).feasible }).toEqual({ code: 0, feasible: true });
  expect((JSON.parse(out) as Shown).steps.map(({ id }) => id)).toEqual(
    'install wave-1 watch-1 wave-2 watch-2 tag-default restore-labels gateways watch-promoted remove'.split(
      ' ',
    ),
  );
  expect(JSON.stringify(sandbox.objects())).toBe(before);
  expect((await ask('upgrade', 'plan', '-f', 'spec.yaml', '-o', 'dir', '--dir', 'steps')).code).toBe(0);
  expect(readFileSync(path.join(cwd, 'steps/02-wave-1/namespaces.yaml'), 'utf8')).toContain(
    'istio.io/rev: fresh',
  );
  expect(readFileSync(path.join(cwd, 'steps/01-install/manifests.yaml'), 'utf8')).toContain(
    'name: istiod-fresh',
  );
}, 120_000);
