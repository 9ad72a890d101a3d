import { expect, test } from 'vitest';
import { valueIn } from '../json.ts';
import { loadOperatorSpec, renderManifests } from '../operator/index.ts';
import { desiredObjects, type DesiredInstall } from './desired-objects.ts';
import { wanted } from './testing/installed.ts';

/** Labels of one of the objects. */
function labelsOf({ objects }: DesiredInstall, kind: string, name: string): unknown {
  const found = objects.find(({ object }) => object.kind === kind && object.metadata.name === name);
  return valueIn(found?.object, 'metadata', 'labels');
}

test('labels everything as the installation of its owner', async () => {
  const desired = await wanted('profile=demo');
  for (const { component, object } of desired.objects) {
    expect(object.metadata.labels, object.metadata.name).toMatchObject({
      'operator.istio.io/managed': 'Reconcile',
      'operator.istio.io/version': '1.31.1',
      'operator.istio.io/component': component,
      'istio.io/rev': 'default',
      'install.operator.istio.io/owning-resource-namespace': 'istio-system',
    });
  }
});

test('keeps the labels of charts', async () => {
  expect(labelsOf(await wanted('profile=minimal'), 'Deployment', 'istiod')).toMatchObject({
    app: 'istiod',
    istio: 'pilot',
    'app.kubernetes.io/managed-by': 'Helm',
    'install.operator.istio.io/owning-resource': 'unknown',
  });
});

test('a spec without a name owns no more than charts say', async () => {
  const labels = labelsOf(await wanted('profile=minimal'), 'ServiceAccount', 'istiod');
  expect(labels).not.toHaveProperty(['install.operator.istio.io/owning-resource']);
});

test('a spec with a name is the owner', async () => {
  const text =
    'apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata:\n  name: mesh\nspec:\n  profile: minimal\n';
  const spec = await loadOperatorSpec({ files: [{ name: 'spec.yaml', text }] });
  const desired = desiredObjects(spec, await renderManifests(spec));
  expect(desired.owner.name).toBe('mesh');
  expect(labelsOf(desired, 'Deployment', 'istiod')).toMatchObject({
    'install.operator.istio.io/owning-resource': 'mesh',
  });
});

test.each([
  [['profile=minimal'], 'default', 'istio-system'],
  [['profile=minimal', 'revision=canary'], 'canary', 'istio-system'],
  [['profile=minimal', 'values.revision=canary'], 'canary', 'istio-system'],
  [['profile=minimal', 'revision=default'], 'default', 'istio-system'],
  [['profile=minimal', 'values.global.istioNamespace=mesh'], 'default', 'mesh'],
])('%j is the revision %s in %s', async (sets, revision, namespace) => {
  expect((await wanted(...sets)).owner).toEqual({ name: '', revision, namespace });
});

test('needs the namespace of the control plane, in its network, and those of gateways', async () => {
  const desired = await wanted(
    'profile=default',
    'values.global.network=net1',
    'components.ingressGateways[0].namespace=edge',
  );
  expect(desired.namespaces.map(({ metadata }) => metadata)).toEqual([
    { name: 'istio-system', labels: { 'topology.istio.io/network': 'net1' } },
    { name: 'edge' },
  ]);
});

test('tells whether webhooks and pods without labels are its business', async () => {
  const usual = await wanted('profile=minimal');
  expect([usual.managesWebhooks, usual.injectsEverywhere]).toEqual([true, false]);
  const other = await wanted(
    'profile=minimal',
    'values.global.operatorManageWebhooks=true',
    'values.sidecarInjectorWebhook.enableNamespacesByDefault=true',
  );
  expect([other.managesWebhooks, other.injectsEverywhere]).toEqual([false, true]);
});
