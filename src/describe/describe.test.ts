import { describe, expect, test } from 'vitest';
import { describePod, describeService, formatPod, type PodDescription } from './index.ts';
import { configuration, dumpWith, teaRoom } from './testing.ts';

const pod = { namespace: 'tea', name: 'kettle-0' };

const described = (...documents: readonly string[]): Promise<PodDescription> =>
  describePod(configuration(teaRoom, ...documents), pod);

const object = (apiVersion: string, kind: string, name: string, spec: object, namespace = 'tea'): string =>
  JSON.stringify({ apiVersion, kind, metadata: { name, namespace }, spec });
const rule = (spec: object, namespace?: string): string =>
  object('networking.istio.io/v1', 'DestinationRule', 'kettle', spec, namespace);
const virtualService = (spec: object): string =>
  object('networking.istio.io/v1', 'VirtualService', 'kettle', spec);
const peers = (name: string, spec: object, namespace?: string): string =>
  object('security.istio.io/v1', 'PeerAuthentication', name, spec, namespace);
const access = (name: string, spec: object, namespace?: string): string =>
  object('security.istio.io/v1', 'AuthorizationPolicy', name, spec, namespace);

describe('the workload', () => {
  test.each([
    ['a Pod is found by its name', 'kettle-0', 'Pod/kettle-0'],
    ['a Deployment by its own', 'pot', 'Deployment/pot'],
    ['and by the name of a Pod it made', 'pot-6d4c9f-x2x7k', 'Deployment/pot'],
    ['what only begins with its name is another one', 'pot-v2', undefined],
  ])('%s', async (_, name, wanted) => {
    const deployment = object('apps/v1', 'Deployment', 'pot', {
      template: { metadata: { labels: { app: 'pot' } }, spec: {} },
    });
    const found = describePod(configuration(teaRoom, deployment), { namespace: 'tea', name });
    if (wanted === undefined) await expect(found).rejects.toThrow('there is no Pod pot-v2');
    else expect(await found.then(({ workload }) => `${workload.kind}/${workload.name}`)).toBe(wanted);
  });

  test.each([
    ['the own user of the proxy', { runAsUser: 1337 }, ['warning']],
    ['another user', { runAsUser: 1338 }, []],
  ])('%s', async (_, securityContext, levels) => {
    const labels = { app: 'a', version: '1' };
    const spec = { containers: [{ name: 'a', image: 'a', securityContext }] };
    const own = JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a', namespace: 'tea', labels },
      spec,
    });
    const service = object('v1', 'Service', 'a', { selector: { app: 'a' }, ports: [] });
    const { notes } = await describePod(configuration(teaRoom, own, service), {
      namespace: 'tea',
      name: 'a',
    });
    expect(notes.map(({ level }) => level)).toEqual(levels);
  });

  test('labels for telemetry, a Service and readiness are missed', async () => {
    const status = { conditions: [{ type: 'Ready', status: 'False' }] };
    const bare = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a', namespace: 'tea' },
      spec: {},
      status,
    };
    const found = await describePod(configuration(teaRoom, JSON.stringify(bare)), {
      namespace: 'tea',
      name: 'a',
    });
    expect(found.ready).toBe(false);
    expect(found.notes.map(({ message }) => message.split(/[,:]/)[0])).toEqual([
      'it is not ready',
      'add the label `app`',
      'add the label `version`',
      'no Service selects it',
    ]);
  });
});

describe('mutual TLS', () => {
  test.each([
    ['is permissive by default', [], 'PERMISSIVE default'],
    [
      'comes from the mesh',
      [peers('all', { mtls: { mode: 'STRICT' } }, 'istio-system')],
      'STRICT mesh istio-system/all',
    ],
    [
      'from the namespace rather than the mesh',
      [
        peers('all', { mtls: { mode: 'STRICT' } }, 'istio-system'),
        peers('own', { mtls: { mode: 'DISABLE' } }),
      ],
      'DISABLE namespace tea/own',
    ],
    [
      'from the workload rather than the namespace',
      [
        peers('own', { mtls: { mode: 'DISABLE' } }),
        peers('kettle', { selector: { matchLabels: { app: 'kettle' } }, mtls: { mode: 'STRICT' } }),
      ],
      'STRICT workload tea/kettle',
    ],
    [
      'not from a policy for others',
      [peers('cup', { selector: { matchLabels: { app: 'cup' } }, mtls: { mode: 'STRICT' } })],
      'PERMISSIVE default',
    ],
  ])('%s', async (_, policies, wanted) => {
    const { mode, level, policy } = (await described(...policies)).mutualTls;
    const by = policy === undefined ? [] : [`${policy.namespace}/${policy.name}`];
    expect([mode, level, ...by].join(' ')).toBe(wanted);
  });

  test('ports have modes of their own, also where the policy sets none for all', async () => {
    const selector = { matchLabels: { app: 'kettle' } };
    const portLevelMtls = { 8080: { mode: 'DISABLE' }, 9000: { mode: 'UNSET' } };
    const { mutualTls } = await described(peers('ports', { selector, portLevelMtls }));
    expect(mutualTls).toMatchObject({
      mode: 'PERMISSIVE',
      ports: { 8080: 'DISABLE' },
      portPolicy: { name: 'ports' },
    });
  });
});

describe('authorization', () => {
  test.each([
    ['of the namespace', access('a', { rules: [{}] }), 'namespace sidecar'],
    ['of the mesh', access('a', { rules: [{}] }, 'istio-system'), 'mesh sidecar'],
    ['of the workload', access('a', { selector: { matchLabels: { app: 'kettle' } } }), 'workload sidecar'],
    ['not of others', access('a', { selector: { matchLabels: { app: 'cup' } } }), undefined],
    ['not of other namespaces', access('a', {}, 'coffee'), undefined],
    [
      'not of a waypoint that there is not',
      access('a', { targetRefs: [{ kind: 'Service', name: 'kettle' }] }),
      undefined,
    ],
  ])('%s', async (_, policy, wanted) => {
    const [found] = (await described(policy)).authorization;
    expect(found && `${found.level} ${found.enforcedBy}`).toBe(wanted);
  });

  test('in ambient mode the proxy of the node enforces, and the waypoint what targets it', async () => {
    const labels = { 'istio.io/dataplane-mode': 'ambient', 'istio.io/use-waypoint': 'way' };
    const namespace = JSON.stringify({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'tea', labels },
    });
    const gateway = object('gateway.networking.k8s.io/v1', 'Gateway', 'way', {
      gatewayClassName: 'istio-waypoint',
      listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }],
    });
    const policies = [
      access('a', {}),
      access('b', { targetRefs: [{ kind: 'Service', group: '', name: 'kettle' }] }),
    ];
    const ambient = teaRoom.replace(/^[^]*?---/, `${namespace}\n---`);
    const found = await describePod(configuration(ambient, gateway, ...policies), pod);
    expect(found.mesh).toEqual({ mode: 'ambient' });
    expect(found.services[0]?.waypoint).toBe('tea/way');
    expect(found.authorization.map(({ enforcedBy }) => enforcedBy)).toEqual(['ztunnel', 'waypoint tea/way']);
  });

  test('dry runs are told apart', async () => {
    const policy = JSON.stringify({
      ...(JSON.parse(access('a', { action: 'DENY' })) as object),
      metadata: { name: 'a', namespace: 'tea', annotations: { 'istio.io/dry-run': 'true' } },
    });
    const found = await described(policy);
    expect(found.authorization[0]).toMatchObject({ action: 'DENY', dryRun: true });
    expect(formatPod(found)).toContain('DENY (dry run: decides nothing)');
  });
});

describe('routes', () => {
  const subsets = [
    { name: 'v1', labels: { version: 'v1' } },
    { name: 'v2', labels: { version: 'v2' } },
  ];
  const to = (subset: string, weight?: number): object => ({
    destination: { host: 'kettle', subset },
    ...(weight !== undefined && { weight }),
  });
  const notesOf = async (...http: readonly object[]): Promise<readonly string[]> => {
    const found = await described(
      rule({ host: 'kettle', subsets }),
      virtualService({ hosts: ['kettle'], http }),
    );
    return (
      found.services[0]?.virtualServices[0]?.notes.map(({ level, message }) => `${level} ${message}`) ?? []
    );
  };

  test.each([
    ['a subset of the workload', [{ route: [to('v1')] }], []],
    [
      'a subset of others',
      [{ route: [to('v2')] }, { route: [to('v1')] }],
      ['info route #1: the subset v2 does not select this workload'],
    ],
    [
      'nothing but subsets of others',
      [{ name: 'all', route: [to('v2')] }],
      [
        'info route all: the subset v2 does not select this workload',
        'warning none of its routes leads here',
      ],
    ],
    [
      'a subset that nobody defines',
      [{ route: [to('v1', 50), to('v3', 50)] }],
      ['warning route #1: no DestinationRule for kettle.tea.svc.cluster.local has the subset v3'],
    ],
    [
      'a weight of nothing',
      [{ route: [to('v1', 0), to('v2', 100)] }],
      [
        'warning route #1: a weight of 0 sends nothing here',
        'info route #1: the subset v2 does not select this workload',
      ],
    ],
    [
      'another host',
      [{ route: [{ destination: { host: 'cup' } }] }],
      ['warning it sends requests for this host elsewhere'],
    ],
  ])('to %s', async (_, http, wanted) => {
    expect(await notesOf(...http)).toEqual(wanted);
  });

  test('a VirtualService for other hosts is none of ours', async () => {
    const other = virtualService({ hosts: ['cup'], http: [{ route: [{ destination: { host: 'cup' } }] }] });
    expect((await described(other)).services[0]?.virtualServices).toEqual([]);
  });
});

describe('exposure', () => {
  const gateway = (hosts: readonly string[]): string =>
    object('networking.istio.io/v1', 'Gateway', 'front', {
      selector: { istio: 'front' },
      servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts }],
    });
  const routed = virtualService({
    hosts: ['tea.example'],
    gateways: ['front'],
    http: [{ route: [{ destination: { host: 'kettle' } }] }],
  });
  const front = 'outbound|80||kettle.tea.svc.cluster.local';

  test.each([
    ['a Gateway with the host', ['tea.example'], ['tea.example']],
    ['a Gateway with a wildcard', ['*.example'], ['tea.example']],
    ['a Gateway with another host', ['cup.example'], undefined],
    ['a Gateway that takes the host from another namespace', ['coffee/tea.example'], undefined],
  ])('%s', async (_, hosts, wanted) => {
    const found = await describeService(configuration(teaRoom, gateway(hosts), routed), {
      namespace: 'tea',
      name: 'kettle',
    });
    expect(found.exposure[0]?.hosts).toEqual(wanted);
  });

  test.each([
    ['the gateway has it', [['tea.example:80', 'tea/virtual-service/kettle', front]] as const, true],
    [
      'the gateway sends the host elsewhere',
      [['tea.example:80', undefined, 'outbound|80||cup']] as const,
      false,
    ],
  ])('%s', async (_, routes, inProxy) => {
    const dumps = {
      gateways: [dumpWith({ routes, node: 'router~1~front-0.tea~x', labels: { istio: 'front' } })],
    };
    const input = configuration(teaRoom, gateway(['tea.example']), routed);
    const found = await describeService(input, { namespace: 'tea', name: 'kettle' }, { dumps });
    expect(found.exposure[0]?.inProxy).toBe(inProxy);
    expect(found.differences).toHaveLength(inProxy ? 0 : 1);
    expect(found.origins.map(({ from }) => from)).toEqual(inProxy ? ['VirtualService tea/kettle'] : []);
  });
});
