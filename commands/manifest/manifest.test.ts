import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const spec = (body: string): string =>
  `apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {name: mesh}\nspec:\n${body}`;

const files = {
  'minimal.yaml': spec('  profile: minimal\n'),
  'logs.yaml': spec('  profile: minimal\n  meshConfig:\n    accessLogFile: /dev/stdout\n'),
  'env.yaml': spec(
    '  profile: minimal\n  components:\n    pilot:\n      k8s:\n        env:\n        - {name: A, value: "1"}\n',
  ),
  'typo.yaml': spec('  profile: minimal\n  meshConfig:\n    accesLogFile: /dev/stdout\n'),
  'overlay.yaml': spec(
    '  profile: minimal\n  components:\n    pilot:\n      k8s:\n        overlays:\n        - kind: Deployment\n          name: istio\n          patches: [{path: spec.paused, value: true}]\n',
  ),
  'bad.yaml': spec('  profil: minimal\n'),
  'webhook.yaml':
    'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: v}\nwebhooks:\n- {name: a, failurePolicy: Ignore, clientConfig: {url: "https://a"}}\n',
  'webhook-live.yaml':
    'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: v, uid: x}\nwebhooks:\n- {name: a, failurePolicy: Fail, clientConfig: {url: "https://a", caBundle: Zm9v}}\n',
  'empty.yaml': '\n',
  'own/profiles/tiny.yaml': spec('  components:\n    ingressGateways: []\n    pilot: {enabled: false}\n'),
};

const folder = (): Promise<string> => temporaryFolder(files);

function closed(name: string): ValidateFunction {
  const text = readFileSync(new URL(`../../docs/schemas/${name}.json`, import.meta.url), 'utf8');
  const strict = text.replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
  return new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(strict) as object);
}

test.each([
  ['manifest-list', ['manifest', 'generate', '-f', 'minimal.yaml']],
  ['manifest-diff', ['manifest', 'diff', 'minimal.yaml', 'env.yaml']],
  ['manifest-translation', ['manifest', 'translate', '-f', 'env.yaml', '--profile', 'demo']],
  ['image-list', ['manifest', 'images']],
  ['profile-list', ['profile', 'list']],
  ['profile-diff', ['profile', 'diff', 'minimal', 'env.yaml']],
])('what is printed as JSON is what the schema %s promises', async (name, argv) => {
  const { out } = await run([...argv, '-o', 'json'], { cwd: await folder() });
  const validate = closed(name);
  validate(JSON.parse(out));
  expect(validate.errors ?? []).toEqual([]);
});

describe('manifest generate', () => {
  test('only the components that are asked for', async () => {
    const { out } = await run(['manifest', 'generate', '--component', 'cni', '--profile', 'ambient'], {
      cwd: await folder(),
    });
    expect(out).toContain('name: istio-cni-node');
    expect(out).not.toContain('name: ztunnel');
  });

  test.each([
    ['an unknown key of the mesh config', 'typo.yaml', 'accesLogFile'],
    ['an overlay without its object', 'overlay.yaml', 'overlays[0]'],
  ])('%s is a warning, and stops under --strict', async (_, file, named) => {
    const cwd = await folder();
    const lax = await run(['manifest', 'generate', '-f', file], { cwd });
    expect([lax.code, lax.err]).toEqual([0, expect.stringContaining(named)]);
    const strict = await run(['manifest', 'generate', '-f', file, '--strict'], { cwd });
    expect([strict.code, strict.out]).toEqual([2, '']);
  });

  test('a spec without warnings passes under --strict', async () => {
    const { code, err } = await run(['manifest', 'generate', '-f', 'minimal.yaml', '--strict'], {
      cwd: await folder(),
    });
    expect([code, err]).toEqual([0, '']);
  });

  test('a folder of files, the same each time, beside what was there', async () => {
    const cwd = await folder();
    const argv = ['manifest', 'generate', '-f', 'minimal.yaml', '--output-dir', 'out'];
    await run(argv, { cwd });
    const names = readdirSync(path.join(cwd, 'out'));
    expect(names).toContain('deployment_istio-system_istiod.yaml');
    expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
    const text = readFileSync(path.join(cwd, 'out', 'deployment_istio-system_istiod.yaml'), 'utf8');
    const { err } = await run([...argv.slice(0, -1), 'out', '--component', 'base'], { cwd });
    expect(err).toContain('deployment_istio-system_istiod.yaml');
    await run(argv, { cwd });
    expect(readFileSync(path.join(cwd, 'out', 'deployment_istio-system_istiod.yaml'), 'utf8')).toBe(text);
  });

  test('-o dir wants a folder, and bad input leaves none', async () => {
    const cwd = await folder();
    expect((await run(['manifest', 'generate', '-o', 'dir'], { cwd })).code).toBe(2);
    expect((await run(['manifest', 'generate', '-f', 'bad.yaml', '--output-dir', 'no'], { cwd })).code).toBe(
      2,
    );
    expect(existsSync(path.join(cwd, 'no'))).toBe(false);
  });

  test.each([
    ['of a folder', ['-d', 'own', '--profile', 'tiny'], 0, 'charts in own are not used'],
    ['by its file', ['--profile', 'own/profiles/tiny.yaml'], 0, ''],
    ['that is in neither place', ['-d', 'own', '--profile', 'large'], 2, 'own/profiles/large.yaml'],
    ['of a file that is not there', ['--profile', 'large.yaml'], 2, 'large.yaml'],
  ])('a profile %s', async (_, flags, code, said) => {
    const result = await run(['manifest', 'generate', ...flags, '-o', 'json'], { cwd: await folder() });
    expect([result.code, result.err]).toEqual([code, expect.stringContaining(said)]);
    expect(result.out.includes('"Deployment"')).toBe(false);
  });
});

describe('manifest diff', () => {
  test.each<[string, readonly string[], number, string]>([
    ['a spec and itself', ['minimal.yaml', 'minimal.yaml'], 0, ''],
    [
      'a setting of the mesh',
      ['minimal.yaml', 'logs.yaml'],
      1,
      '    + data.mesh.accessLogFile /dev/stdout\n',
    ],
    ['a variable by its name', ['minimal.yaml', 'env.yaml'], 1, 'containers[discovery].env[A]'],
    ['what istiod writes into webhooks', ['webhook.yaml', 'webhook-live.yaml'], 0, ''],
    [
      'the same as noise',
      ['--include-noise', 'webhook.yaml', 'webhook-live.yaml'],
      1,
      'webhooks[a].failurePolicy Ignore -> Fail',
    ],
    ['a patch of it', ['-o', 'patch', 'minimal.yaml', 'logs.yaml'], 1, '+    accessLogFile: /dev/stdout\n'],
  ])('%s', async (_, argv, code, said) => {
    const result = await run(['manifest', 'diff', ...argv], { cwd: await folder() });
    expect([result.code, result.out]).toEqual([code, said === '' ? '' : expect.stringContaining(said)]);
  });

  test('a folder that was written and standard input, with what only one has', async () => {
    const cwd = await folder();
    const rendered = await run(['manifest', 'generate', '-f', 'minimal.yaml'], { cwd });
    const argv = ['manifest', 'generate', '-f', 'minimal.yaml', '--output-dir', 'out'];
    await run(argv, { cwd });
    expect(await run(['manifest', 'diff', 'out', '-'], { cwd, stdin: rendered.out })).toMatchObject({
      code: 0,
      out: '',
    });
    const less = await run(['manifest', 'diff', 'out', 'webhook.yaml'], { cwd });
    expect(less.out).toContain('- Deployment istio-system/istiod\n');
    expect(less.out).toContain('+ ValidatingWebhookConfiguration v\n');
  });

  test.each([
    ['nothing to compare', ['minimal.yaml', 'empty.yaml'], 'holds no Kubernetes objects'],
    ['a bad spec', ['minimal.yaml', 'bad.yaml'], 'unknown field `profil`'],
    ['a file that is not there', ['minimal.yaml', 'none.yaml'], 'none.yaml'],
    ['standard input twice', ['-', '-'], 'standard input can be one of the two'],
    ['specs in a folder', ['minimal.yaml', '.'], 'name the file of the spec itself'],
  ])('exits with 2 for %s', async (_, argv, said) => {
    const result = await run(['manifest', 'diff', ...argv], { cwd: await folder() });
    expect([result.code, result.err]).toEqual([2, expect.stringContaining(said)]);
  });
});

test.each([
  ['the default registry', [], 'docker.io/istio/pilot:1.31.1\ndocker.io/istio/proxyv2:1.31.1\n'],
  ['a mirror', ['--set', 'hub=r.example/i'], 'r.example/i/pilot:1.31.1\nr.example/i/proxyv2:1.31.1\n'],
  [
    'an image of its own for injected pods',
    ['--profile', 'minimal', '--set', 'values.global.proxy.image=r.example/p:1'],
    'docker.io/istio/pilot:1.31.1\ndocker.io/istio/proxyv2:1.31.1\nr.example/p:1\n',
  ],
  ['nothing', ['--profile', 'empty'], ''],
])('manifest images: %s', async (_, flags, names) => {
  const { out } = await run(['manifest', 'images', ...flags, '-o', 'name']);
  expect(out).toBe(names);
});

test('manifest translate writes values and a script, and tells what Helm will not do', async () => {
  const cwd = await folder();
  const { err } = await run(
    ['manifest', 'translate', '-f', 'env.yaml', '--profile', 'default', '--output-dir', 'helm'],
    { cwd },
  );
  expect(readdirSync(path.join(cwd, 'helm')).sort()).toEqual([
    'adopt-and-upgrade.sh',
    'base-values.yaml',
    'istiod-values.yaml',
  ]);
  const script = readFileSync(path.join(cwd, 'helm', 'adopt-and-upgrade.sh'), 'utf8');
  expect(script).toContain('adopt istiod istio-system Deployment.v1.apps istiod istio-system\n');
  expect(script).toContain('helm upgrade --install istiod istio/istiod --version 1.31.1');
  expect(err).toContain('gateway istio-system/istio-ingressgateway');
  expect(err).toContain('containers[discovery].env[A]');
});
