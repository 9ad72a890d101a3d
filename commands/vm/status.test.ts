import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { vmSandbox } from './testing/vm-sandbox.ts';

const saved = `apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: web, namespace: shop}
spec: {metadata: {labels: {app: web}}, template: {}}
---
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: {name: web-1, namespace: shop, annotations: {istio.io/autoRegistrationGroup: web, istio.io/connectedAt: "2030-05-01T12:00:00Z"}}
spec: {address: 10.0.0.1, labels: {app: web}}
status: {conditions: [{type: Healthy, status: "True"}]}
`;

const ask = async (...argv: readonly string[]) =>
  run(['vm', 'status', ...argv], { cwd: await temporaryFolder({ 'saved/all.yaml': saved }) });

test('saved objects are judged without a cluster', async () => {
  const { code, out } = await ask('--from', 'saved');
  const [header = '', row = ''] = out.split('\n');
  expect([code, header.split(/ {2,}/), row.split(/ {2,}/)]).toEqual([
    0,
    ['NAMESPACE', 'GROUP', 'VM', 'ADDRESS', 'HEALTH', 'CONNECTED', 'SYNC'],
    ['shop', 'web', 'web-1', '10.0.0.1', 'healthy', 'yes', 'unknown'],
  ]);
  expect(out).toContain('not-selected: shop/web-1: no Service or ServiceEntry selects it\n  hint: ');
});

test('the document is as its schema says, every field of it', async () => {
  const text = readFileSync(new URL('../../docs/schemas/vm-status.json', import.meta.url), 'utf8');
  const closed = text.replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
  const validate = new Ajv({ strict: false }).compile(JSON.parse(closed) as object);
  const { out } = await ask('--from', 'saved', '-o', 'json');
  validate(JSON.parse(out));
  expect(validate.errors).toBeNull();
});

test('a dump adds the certificate of its VM and its control plane', async () => {
  const dump = readFileSync(new URL('../../testdata/proxy/config-dump.json', import.meta.url), 'utf8');
  const cwd = await temporaryFolder({ 'saved/all.yaml': saved, 'dump.json': dump });
  const argv = ['vm', 'status', '--from', 'saved', '--dump', 'dump.json'];
  const { code, out, err } = await run(argv, { cwd });
  expect([code, err]).toEqual([3, expect.stringMatching(/dump\.json is of the proxy .* no WorkloadEntry/)]);
  expect(out.split('\n')[0]).toMatch(/CERTIFICATE +UNTIL +CONTROL PLANE$/);
});

test('a dump that is none is told before a cluster is asked', async () => {
  const cwd = await temporaryFolder({ 'dump.json': '{}' });
  const { code, err } = await run(['vm', 'status', '--dump', 'dump.json'], { cwd });
  expect([code, err]).toEqual([2, expect.stringContaining('dump.json is no dump of Envoy')]);
});

test('wide adds istiods and versions', async () => {
  expect((await ask('--from', 'saved', '-o', 'wide')).out).toContain('REGISTERED BY');
});

test('an empty folder holds no VMs', async () => {
  const { code, err } = await ask('--from', 'saved', '-n', 'other');
  expect([code, err]).toEqual([0, expect.stringContaining('There are no VMs')]);
});

test('a cluster without istiod tells what it has, and that this is not all', async () => {
  const { ask: inSandbox } = await vmSandbox();
  const { code, out, err } = await inSandbox(['status', 'web', '-n', 'shop']);
  expect([code, out, err]).toEqual([
    3,
    expect.stringContaining('web-10.0.0.1'),
    expect.stringContaining('no istiod runs'),
  ]);
});
