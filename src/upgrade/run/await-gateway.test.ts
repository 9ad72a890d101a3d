import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { keyOf, type ClusterWriter } from '../../kube/apply/index.ts';
import { connectedSandbox } from '../../sandbox/testing/connect-sandbox.ts';
import { awaitGateway } from './await-gateway.ts';
import { healthOf } from './health-options.ts';
import type { UpgradeEvent } from './upgrade-event.ts';

const group = 'gateway.networking.k8s.io';
const definition: JsonObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `gateways.${group}` },
  spec: {
    group,
    names: { kind: 'Gateway', plural: 'gateways', singular: 'gateway', listKind: 'GatewayList' },
    scope: 'Namespaced',
    versions: [
      {
        ...{ name: 'v1', served: true, storage: true },
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
};
const object = { apiVersion: `${group}/v1`, kind: 'Gateway', namespace: 'shop', name: 'web' };
const gateway = (isAnswered: boolean): JsonObject => ({
  ...{ apiVersion: object.apiVersion, kind: object.kind },
  metadata: { name: object.name, namespace: object.namespace },
  spec: { gatewayClassName: 'istio' },
  status: { conditions: [{ type: 'Programmed', status: isAnswered ? 'True' : 'Unknown' }] },
});
const rendered = (revision: string): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web-istio', namespace: 'shop', labels: { [`${group}/gateway-name`]: 'web' } },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' }, annotations: { 'istio.io/rev': revision } },
      spec: { containers: [{ name: 'istio-proxy', image: 'proxy' }] },
    },
  },
});

interface Course {
  readonly seed: readonly JsonObject[];
  readonly timeout?: number;
  readonly neverReady?: boolean;
  /** What a controller does when it is waited for. */
  readonly onWaiting?: (writer: ClusterWriter) => Promise<unknown>;
}

async function outcome({ seed, timeout = 300, neverReady = false, onWaiting }: Course) {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
  const { writer } = await connectedSandbox({
    seed: [namespace, definition, ...seed],
    neverReady: () => neverReady,
  });
  for (const { kind, status = {} } of seed)
    if (kind === 'Gateway') await writer.patch(object, { status }, { type: 'merge' });
  const told: string[] = [];
  const emit = (event: UpgradeEvent): void => {
    if (event.type === 'notice') told.push(event.message);
    if (event.type === 'waiting') void onWaiting?.(writer);
  };
  const context = { writer, emit, step: 'gateways', timeout, health: healthOf({ interval: 20 }) };
  const { signal } = new AbortController();
  const result = await awaitGateway(
    { ...context, signal },
    { type: 'await-gateway', object, revision: 'new' },
  );
  return { result, told };
}

const annotate = (writer: ClusterWriter): Promise<JsonObject> =>
  writer.patch(
    keyOf(rendered('old')),
    { spec: { template: { metadata: { annotations: { 'istio.io/rev': 'new' } } } } },
    { type: 'merge' },
  );

const nobody = expect.stringContaining('Deployment shop/web-istio does not run for new') as string;

test.each<[string, Course, 'done' | 'unchanged', readonly string[]]>([
  [
    'is waited for until its Deployment is rendered anew',
    { seed: [gateway(true), rendered('old')], timeout: 20_000, onWaiting: annotate },
    'done',
    [],
  ],
  ['that nobody renders in time is told', { seed: [gateway(true), rendered('old')] }, 'unchanged', [nobody]],
  [
    'that no controller answers for is told at once',
    { seed: [gateway(false), rendered('old')], timeout: 3_600_000 },
    'unchanged',
    [nobody],
  ],
  ['without a Deployment needs nothing', { seed: [gateway(true)] }, 'unchanged', []],
  ['that is gone needs nothing', { seed: [rendered('old')] }, 'unchanged', []],
])('a Gateway %s', async (_, course, result, told) => {
  expect(await outcome(course)).toEqual({ result, told });
});

test('a Gateway whose new Pods do not become ready stops the step', async () => {
  await expect(outcome({ seed: [gateway(true), rendered('new')], neverReady: true })).rejects.toThrow(
    'Deployment shop/web-istio',
  );
});
