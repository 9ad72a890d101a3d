import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { fakeApi } from '../src/kube/testing/fake-api.ts';
import { kubeconfigText } from '../src/kube/testing/connect-to.ts';
import { injectionTemplates } from '../src/inject/index.ts';
import { run } from './testing/run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const service = `# how the shop is reached
apiVersion: v1
kind:   Service   # odd blanks
metadata: {name: shop}
`;
const workload = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop # lost
spec:
  template:
    spec:
      containers:
      - name: shop
        image: shop:1
`;
const still = `apiVersion: v1
kind: Pod
metadata: {name: still}
spec: {hostNetwork: true, containers: [{name: still}]}
`;
const app = `${service}---\n${workload}---\n${still}`;

test('other documents keep every byte, and pods that object are named', async () => {
  const { code, out, err } = await run(['inject', '-f', '-', '--profile', 'default'], { stdin: app });
  expect(code).toBe(0);
  expect(out.startsWith(`${service}---\n`)).toBe(true);
  expect(out.endsWith(`\n---\n${still}`)).toBe(true);
  expect(out).toContain('name: istio-proxy');
  expect(out).not.toContain('lost');
  expect(parseAllDocuments(out)).toHaveLength(3);
  expect(err).toContain('Pod still is not injected: it uses the network of its node');
});

test('files without anything to inject pass as they are', async () => {
  const { out } = await run(
    ['kube-inject', '-f', '-', '--set', 'profile=empty', '--set', 'components.pilot.enabled=true'],
    {
      stdin: service,
    },
  );
  expect(out).toBe(service);
});

test('JSON of several objects is a List', async () => {
  const { out } = await run(['inject', '-f', '-', '--profile', 'default', '-o', 'json'], { stdin: app });
  expect(JSON.parse(out)).toMatchObject({
    kind: 'List',
    items: [{ kind: 'Service' }, { kind: 'Deployment' }, { kind: 'Pod' }],
  });
});

test('JSON in files stays JSON', async () => {
  const stdin = '{"kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "a"}]}}\n';
  const { out } = await run(['inject', '-f', '-', '--profile', 'default'], { stdin });
  expect(JSON.parse(out)).toMatchObject({
    spec: { initContainers: [{ name: 'istio-init' }, { name: 'istio-proxy' }] },
  });
});

test('the settings of a control plane can come from its files, by the names of istioctl too', async () => {
  const cwd = await temporaryFolder();
  const template =
    'metadata: {labels: {by: {{ .Values.who | quote }}, domain: {{ .MeshConfig.TrustDomain }}}}';
  writeFileSync(join(cwd, 'config.yaml'), JSON.stringify({ templates: { sidecar: template } }));
  writeFileSync(join(cwd, 'mesh.yaml'), 'trustDomain: example.com\n');
  writeFileSync(join(cwd, 'values.json'), '{"who": "us"}');
  writeFileSync(join(cwd, 'app.yaml'), workload);
  const files = [
    '--injectConfigFile',
    'config.yaml',
    '--meshConfigFile',
    'mesh.yaml',
    '--values-file',
    'values.json',
  ];
  const { code, out } = await run(['inject', '-f', 'app.yaml', ...files, '-O', 'out.yaml'], { cwd });
  expect([code, out]).toEqual([0, '']);
  const written = readFileSync(join(cwd, 'out.yaml'), 'utf8');
  expect(written).toContain('by: us');
  expect(written).toContain('domain: example.com');
});

test('the settings are those of the control plane in the cluster unless others are named', async () => {
  const { url } = await fakeApi({
    fault: ({ path }, response) => {
      const data = path.endsWith('/istio-sidecar-injector-canary')
        ? { config: JSON.stringify({ templates: injectionTemplates }), values: JSON.stringify(liveValues) }
        : { mesh: 'trustDomain: live.example' };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(path === '/version' ? { minor: '32' } : { data }));
      return true;
    },
  });
  const cwd = await temporaryFolder();
  writeFileSync(join(cwd, 'kubeconfig'), kubeconfigText(url));
  const { code, out, err } = await run(['inject', '-f', '-', '-r', 'canary', '--kubeconfig', 'kubeconfig'], {
    cwd,
    stdin: workload,
  });
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('value: live.example');
  expect(out).toContain('istio.io/rev: canary');
  expect(out).not.toContain('restartPolicy: Always');
});

const liveValues = {
  global: {
    hub: 'h',
    tag: 't',
    logging: { level: 'x' },
    proxy: { statusPort: 15020, clusterDomain: 'c', logLevel: 'l', componentLogLevel: 'm' },
    sds: { token: { aud: 'istio-ca' } },
  },
};

test.each<readonly [sentence: string, argv: readonly string[], stdin: string, code: number, message: string]>(
  [
    ['no file', [], '', 2, 'nothing to inject'],
    [
      'a spec and files',
      ['-f', '-', '--profile', 'default', '--values-file', 'v'],
      '',
      2,
      'exclude each other',
    ],
    ['one file of three', ['-f', '-', '--values-file', 'v'], '', 2, 'belong together'],
    ['no YAML', ['-f', '-', '--profile', 'default'], 'a: [', 2, 'standard input:'],
    [
      'an annotation that cannot be obeyed',
      ['-f', '-', '--profile', 'default'],
      'kind: Pod\nmetadata: {annotations: {sidecar.istio.io/interceptionMode: x}}\nspec: {}\n',
      2,
      'sidecar.istio.io/interceptionMode',
    ],
  ],
)('%s is refused', async (_, argv, stdin, code, message) => {
  const result = await run(['inject', ...argv], { stdin });
  expect(result.code).toBe(code);
  expect(result.out).toBe('');
  expect(result.err).toContain(message);
});
