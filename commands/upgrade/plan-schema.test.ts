import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { namespace } from '../../src/revision/testing.ts';
import { sampleMesh, workload } from '../../src/upgrade/plan/testing/sample-mesh.ts';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

/** Every object of the schema closed, so that a field without a description fails. */
const text = readFileSync(new URL('../../docs/schemas/upgrade-plan.json', import.meta.url), 'utf8');
const closed = text.replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(closed) as object);

const gatewayLabels = { 'operator.istio.io/component': 'IngressGateways', 'istio.io/rev': 'old' };
const gateways = [
  namespace('edge', {}),
  ...workload('edge/ingress', { own: gatewayLabels, labels: { 'istio.io/rev': 'old' } }),
  {
    ...{ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway' },
    metadata: { namespace: 'edge', name: 'front', labels: { 'istio.io/rev': 'old' } },
    spec: { gatewayClassName: 'istio' },
  },
  ...workload('istio-system/istio-cni-node', {
    kind: 'DaemonSet',
    revision: '',
    labels: { 'k8s-app': 'istio-cni-node' },
  }),
];

async function planOf(...words: readonly string[]): Promise<Record<string, unknown>> {
  const items = [...sampleMesh, ...gateways];
  const cwd = await temporaryFolder({
    'saved.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
  });
  const asked = ['upgrade', 'plan', '--from', 'saved.json', '--no-config', '-o', 'json', ...words];
  return JSON.parse((await run(asked, { cwd })).out) as Record<string, unknown>;
}

function problemsOf(document: unknown): readonly string[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

test.each([
  ['a plan that can be carried out', []],
  ['a plan that something stops', ['--to', '1.29.0']],
])('%s is what the published schema promises', async (_, words) => {
  const plan = await planOf(...words);
  expect(problemsOf(plan)).toEqual([]);
  expect(plan).toMatchObject({ kind: 'UpgradePlan', schemaVersion: 1, feasible: words.length === 0 });
});

test.each([
  ['a step of another kind', { steps: [{ kind: 'rest', id: 'rest' }] }],
  ['a verdict that is none', { facts: [{ code: 'a', verdict: 'maybe', message: 'b', objects: [] }] }],
  ['a field that no one described', { extra: 1 }],
])('the schema refuses %s', async (_, change) => {
  expect(problemsOf({ ...(await planOf()), ...change })).not.toEqual([]);
});
