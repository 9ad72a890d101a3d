import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { JsonObject } from '../src/json.ts';
import { fakeApi } from '../src/kube/testing/fake-api.ts';
import { kubeconfigFor } from './testing/kubeconfig.ts';
import { run } from './testing/run.ts';

const pods = '/api/v1/namespaces/istio-system/pods';
const istiod: JsonObject = {
  metadata: { name: 'istiod-1', namespace: 'istio-system', labels: { 'istio.io/rev': 'canary' } },
  spec: { containers: [{ name: 'discovery', image: 'docker.io/istio/pilot:1.31.1' }] },
  status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
};

async function version(items: readonly JsonObject[], ...flags: readonly string[]) {
  const api = await fakeApi({ lists: { [pods]: items } });
  return run(['version', ...flags], { env: { KUBECONFIG: await kubeconfigFor(api) } });
}

test('a cluster without istiods is no failure', async () => {
  const { code, out, err } = await version([]);
  expect([code, err]).toEqual([0, 'no istiod is ready in the namespace istio-system\n']);
  expect(out).toMatch(/^meshctl {5}0\.1\.0\n/);
});

test('an istiod that does not answer has the version of its image, in the form that the schema has', async () => {
  const { code, out, err } = await version([istiod], '-o', 'json');
  const document: unknown = JSON.parse(out);
  expect([code, err]).toEqual([0, expect.stringMatching(/^istiod-1 does not answer, .*/)]);
  expect(document).toMatchObject({
    kind: 'Version',
    controlPlanes: [{ revision: 'canary', version: '1.31.1', pods: 1 }],
    dataPlane: [],
    skew: { verdict: 'unknown', reasons: ['no proxy is connected'] },
  });
  const text = readFileSync(new URL('../docs/schemas/version.json', import.meta.url), 'utf8');
  const closed = text.replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
  const validate = new Ajv({ strict: false }).compile(JSON.parse(closed) as object);
  validate(document);
  expect(validate.errors).toBeNull();
});
