import { expect, test } from 'vitest';
import { desiredObjects } from '../../install/index.ts';
import type { JsonObject } from '../../json.ts';
import { idOfObject } from '../../kube/apply/index.ts';
import { loadOperatorSpec, renderManifests } from '../../operator/index.ts';
import { planSpecInstall } from './plan-spec-install.ts';

const injector = (name: string, labels: JsonObject): JsonObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingWebhookConfiguration',
  metadata: { name, labels: { app: 'sidecar-injector', ...labels } },
  webhooks: [],
});

const byChart = injector('istio-sidecar-injector', { 'istio.io/rev': 'default' });
const tagged = (revision: string, more: JsonObject = {}): JsonObject =>
  injector('istio-revision-tag-default', { 'istio.io/tag': 'default', 'istio.io/rev': revision, ...more });
const owned = {
  'operator.istio.io/component': 'Pilot',
  'operator.istio.io/managed': 'Reconcile',
  'install.operator.istio.io/owning-resource-namespace': 'istio-system',
};

/** What an upgrade to `canary` writes to become the default. */
async function defaultWrites(objects: readonly JsonObject[]): Promise<readonly string[]> {
  const spec = await loadOperatorSpec({ sets: ['profile=minimal', 'revision=canary'] });
  const desired = desiredObjects(spec, await renderManifests(spec));
  const { stages, prune } = planSpecInstall(desired, {
    namespaces: [],
    objects: new Map(objects.map((object) => [idOfObject(object), object])),
    unserved: [],
    unseen: [],
  });
  expect(prune).toEqual([]);
  return stages
    .filter(({ name }) => name === 'DefaultRevision')
    .flatMap(({ changes }) => changes.map(({ object }) => object.name));
}

test.each<[string, readonly JsonObject[], boolean]>([
  ['leaves the default to a control plane that serves it without a tag', [byChart], false],
  ['leaves the default alone where there is none', [], false],
  ['leaves the default to whom its tag names', [tagged('default', owned)], false],
  ['goes on with a default that it has already', [tagged('canary', owned)], true],
])('an upgrade %s', async (_, objects, takes) => {
  const names = await defaultWrites(objects);
  expect(names.includes('istio-revision-tag-default')).toBe(takes);
  expect(names.length > 0).toBe(takes);
});
