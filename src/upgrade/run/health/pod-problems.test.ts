import { expect, test } from 'vitest';
import type { JsonObject } from '../../../json.ts';
import type { ProxyStatus, TypeStatus } from '../../../proxy/status/index.ts';
import { podProblems, restartsOf } from './pod-problems.ts';

function pod(spec: JsonObject = {}, metadata: JsonObject = {}, restartCount = 0): JsonObject {
  return {
    kind: 'Pod',
    metadata: { name: 'web-1', namespace: 'shop', uid: 'u1', ...metadata },
    spec: { containers: [{ name: 'web' }, { name: 'istio-proxy' }], ...spec },
    status: {
      conditions: [{ type: 'Ready', status: 'True' }],
      containerStatuses: [{ name: 'web', restartCount }],
    },
  };
}

const unready = (): JsonObject => ({
  ...pod(),
  status: { conditions: [{ type: 'Ready', status: 'False' }] },
});
const alone = { containers: [{ name: 'web' }] };

const type = (state: string, more: Partial<TypeStatus> = {}): TypeStatus => ({
  ...{ typeUrl: 'type.googleapis.com/envoy.config.listener.v3.Listener', shortName: 'LDS', state },
  ...{ since: undefined, reason: undefined, error: undefined },
  ...more,
});

const proxy = (...types: readonly TypeStatus[]): ProxyStatus => ({
  ...{ name: 'web-1.shop', cluster: 'Kubernetes', istiod: 'istiod-1', version: '1.31.1', namespace: 'shop' },
  types,
});

const factsOf = (types: readonly TypeStatus[] | undefined, restarts = 0, maxRestarts = 0) => ({
  revision: 'canary',
  proxies: new Map(types === undefined ? [] : [['web-1.shop', proxy(...types)]]),
  restarts: new Map([['u1/web', restarts]]),
  maxRestarts,
});

const synced = [type('SYNCED')];
const restarted = (times: number) => [
  { text: `the container web of Pod shop/web-1 restarted ${times} times`, lasts: true },
];
const passing = (text: string) => [{ text, lasts: false }];

test.each<[string, JsonObject, ReturnType<typeof factsOf>, readonly unknown[]]>([
  ['a synced proxy is well', pod(), factsOf(synced), []],
  ['so is one that was sent nothing of a type', pod(), factsOf([type('NOT SENT')]), []],
  [
    'one that has not taken what it was sent may pass',
    pod(),
    factsOf([type('STALE')]),
    passing('the proxy of Pod shop/web-1 has LDS STALE'),
  ],
  [
    'one that refuses does not pass',
    pod(),
    factsOf([type('STALE', { error: 'no such cluster' })]),
    [{ text: 'the proxy of Pod shop/web-1 refuses its LDS: no such cluster', lasts: true }],
  ],
  [
    'one that refuses without a word does not pass',
    pod(),
    factsOf([type('ERROR')]),
    [{ text: 'the proxy of Pod shop/web-1 refuses its LDS: ERROR', lasts: true }],
  ],
  [
    'one of another control plane is not connected',
    pod(),
    factsOf(undefined),
    passing('the proxy of Pod shop/web-1 is not connected to canary'),
  ],
  ['a Pod that is not ready', unready(), factsOf(synced), passing('Pod shop/web-1 is not ready')],
  ['a Pod without a proxy', pod(alone), factsOf(undefined), passing('Pod shop/web-1 has no proxy')],
  [
    'a Pod that wants no proxy',
    pod(alone, { labels: { 'sidecar.istio.io/inject': 'false' } }),
    factsOf(undefined),
    [],
  ],
  ['a Pod with the network of its node', pod({ ...alone, hostNetwork: true }), factsOf(undefined), []],
  ['a container that restarted', pod({}, {}, 1), factsOf(synced), restarted(1)],
  ['a container that restarted before only', pod({}, {}, 2), factsOf(synced, 2), []],
  ['a container that restarted once more', pod({}, {}, 3), factsOf(synced, 2), restarted(1)],
  ['as many restarts as may be', pod({}, {}, 2), factsOf(synced, 0, 2), []],
  ['more restarts than may be', pod({}, {}, 3), factsOf(synced, 0, 2), restarted(3)],
])('%s', (_, object, facts, problems) => {
  expect(podProblems(object, facts)).toEqual(problems);
});

test('restarts of init containers count, too', () => {
  const initContainerStatuses = [{ name: 'istio-proxy', restartCount: 4 }];
  const object = { metadata: { uid: 'u2' }, status: { initContainerStatuses } };
  expect([...restartsOf(object)]).toEqual([['u2/istio-proxy', 4]]);
});
