import { beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { keyOf } from '../kube/apply/index.ts';
import type { ServedKind } from '../kube/index.ts';
import { connectTo } from '../kube/testing/connect-to.ts';
import { fakeApi, refuse, type FakeApi, type FakeApiOptions } from '../kube/testing/fake-api.ts';
import { definitions, namespaces, secrets, services } from '../kube/testing/kinds.ts';
import type { DesiredInstall } from './desired-objects.ts';
import { readInstallState } from './read-install-state.ts';
import { wanted } from './testing/installed.ts';

const kind = (
  group: string,
  version: string,
  name: string,
  resource: string,
  namespaced = true,
): ServedKind => ({
  ...{ group, version, kind: name, resource, namespaced },
});
const rbac = 'rbac.authorization.k8s.io';
const admission = 'admissionregistration.k8s.io';
const served: readonly ServedKind[] = [
  ...[services, secrets, namespaces, definitions],
  kind('', 'v1', 'ConfigMap', 'configmaps'),
  kind('', 'v1', 'ServiceAccount', 'serviceaccounts'),
  kind('apps', 'v1', 'Deployment', 'deployments'),
  kind('apps', 'v1', 'DaemonSet', 'daemonsets'),
  kind('autoscaling', 'v2', 'HorizontalPodAutoscaler', 'horizontalpodautoscalers'),
  kind(rbac, 'v1', 'Role', 'roles'),
  kind(rbac, 'v1', 'RoleBinding', 'rolebindings'),
  kind(rbac, 'v1', 'ClusterRole', 'clusterroles', false),
  kind(rbac, 'v1', 'ClusterRoleBinding', 'clusterrolebindings', false),
  kind(admission, 'v1', 'MutatingWebhookConfiguration', 'mutatingwebhookconfigurations', false),
  kind(admission, 'v1', 'ValidatingWebhookConfiguration', 'validatingwebhookconfigurations', false),
];
const pathOf = ({ group, version, resource }: ServedKind): string =>
  group === '' ? `/api/${version}/${resource}` : `/apis/${group}/${version}/${resource}`;
const nothing = Object.fromEntries(served.map((one) => [pathOf(one), []]));
const managed = { managedFields: [{ manager: 'x' }] };
const object = (apiVersion: string, name: string, metadata: JsonObject = {}): JsonObject => ({
  apiVersion,
  metadata: { name, ...managed, ...metadata },
});

describe('readInstallState', () => {
  let minimal: DesiredInstall;

  beforeAll(async () => {
    minimal = await wanted('profile=minimal');
  });

  async function read(options: FakeApiOptions = {}) {
    const api = await fakeApi({ kinds: served, ...options, lists: { ...nothing, ...options.lists } });
    const state = await readInstallState(await connectTo(api), minimal);
    return { api, state, names: [...state.objects.values()].map((one) => keyOf(one).name) };
  }

  const asked = ({ requests }: FakeApi) => requests.map(({ path }) => path);

  test('asks an empty cluster only for what would give an installation away', async () => {
    const { api, state } = await read();
    expect(state).toEqual({ namespaces: [], objects: new Map(), unserved: [], unseen: [] });
    expect(asked(api).sort()).toEqual(
      [
        ...['/api', '/apis', '/api/v1/namespaces/istio-system', '/api/v1/services', '/api/v1/configmaps'],
        ...['/api/v1/serviceaccounts', '/apis/apps/v1/deployments', '/apis/apps/v1/daemonsets'],
        ...[`/apis/${rbac}/v1/clusterroles`, `/apis/${rbac}/v1/clusterrolebindings`],
        ...[`/apis/${admission}/v1/mutatingwebhookconfigurations`],
        ...[`/apis/${admission}/v1/validatingwebhookconfigurations`],
      ].sort(),
    );
  });

  test('reads the rest where installers left something, with who manages it', async () => {
    const labels = { 'operator.istio.io/component': 'Pilot' };
    const istiod = object('apps/v1', 'istiod', { namespace: 'istio-system', labels });
    const { api, state, names } = await read({ lists: { '/apis/apps/v1/deployments': [istiod] } });
    expect(names).toEqual(['istiod']);
    expect([...state.objects.values()][0]?.metadata).toMatchObject(managed);
    expect(asked(api)).toContain('/api/v1/secrets');
    const query = api.requests.find(({ path }) => path === '/apis/apps/v1/deployments')?.query;
    expect(query?.get('labelSelector')).toBe('operator.istio.io/component');
  });

  test('asks for single objects in a namespace that is there', async () => {
    const path = '/api/v1/namespaces/istio-system';
    const account = `${path}/serviceaccounts/istiod`;
    const found: Record<string, JsonObject> = {
      [path]: { ...object('v1', 'istio-system'), kind: 'Namespace' },
      [account]: { ...object('v1', 'istiod', { namespace: 'istio-system' }), kind: 'ServiceAccount' },
    };
    const { names, state, api } = await read({
      store: ({ path: wantedPath }, response) => {
        const there = found[wantedPath];
        if (there === undefined) return false;
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(there));
        return true;
      },
    });
    expect(state.namespaces.map((one) => keyOf(one).name)).toEqual(['istio-system']);
    expect(names).toEqual(['istiod']);
    expect(asked(api)).toContain(`${path}/services/istiod-revision-tag-default`);
    expect(asked(api).some((one) => one.includes('customresourcedefinitions'))).toBe(false);
  });

  test('looks for definitions where the cluster serves their groups', async () => {
    const group = kind('networking.istio.io', 'v1', 'Gateway', 'gateways');
    const labels = { 'operator.istio.io/component': 'Base' };
    const lists = {
      '/api/v1/services': [object('v1', 'x', { namespace: 'istio-system', labels })],
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions': [
        object('apiextensions.k8s.io/v1', 'gateways.networking.istio.io', { labels }),
      ],
    };
    const { names, api } = await read({ kinds: [...served, group], lists: { ...nothing, ...lists } });
    expect(names).toContain('gateways.networking.istio.io');
    expect(asked(api)).toContain(
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/sidecars.networking.istio.io',
    );
    expect(asked(api)).not.toContain(
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/telemetries.telemetry.istio.io',
    );
  });

  test('tells which kinds the cluster does not know', async () => {
    const { state } = await read({
      kinds: served.filter(({ resource }) => resource !== 'horizontalpodautoscalers'),
    });
    expect(state.unserved).toEqual(['HorizontalPodAutoscaler of autoscaling/v2']);
  });

  test.each([
    ['a kind that is wanted: fails', '/api/v1/configmaps', true],
    ['a kind that is only pruned: is told', '/apis/apps/v1/daemonsets', false],
  ])('may not read %s', async (_, path, isFatal) => {
    const reading = read({
      fault: (request, response) => request.path === path && refuse(response, 403, 'forbidden'),
    });
    if (isFatal) await expect(reading).rejects.toMatchObject({ status: 403 });
    else {
      const { unseen } = (await reading).state;
      expect(unseen.join()).toContain('nothing is known of DaemonSet objects, and none of them is removed');
    }
  });
});
