import { describe, expect, it } from 'vitest';
import { analyzeExample } from '../../testing/analyze-example.ts';

const home = (labels: string): string => `
apiVersion: v1
kind: Namespace
metadata: { name: orders, labels: { ${labels} } }
---`;

const service = (name: string, ports: string, selector = 'app: cart', more = ''): string => `
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: orders }
spec: { selector: { ${selector} }, ports: [${ports}], ${more} }
---`;

const workload = (ports = '', kind = 'Deployment'): string => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: cart, namespace: orders }
spec:
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: cart, image: shop/cart, ports: [${ports}] }] }
---`;

const machine = `
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: { name: cart-vm, namespace: orders }
spec: { address: 10.0.0.9, labels: { app: cart } }
---`;

async function found(text: string, words: readonly string[] = []): Promise<string[]> {
  const only = ['IST0116', 'IST0118', 'IST0137', 'IST0150', 'MSH0140', 'MSH0141', 'MSH0142'];
  const { findings } = await analyzeExample({ text, words }, { only });
  return findings.map(({ code, severity, path }) => `${code} ${severity} ${path}`);
}

const mesh = home('istio-injection: enabled');
const http = '{ name: http, port: 80, targetPort: 8080 }';

describe('the protocol of a port', () => {
  it.each([
    [
      'is unclear by a name of no protocol',
      mesh,
      '{ name: web, port: 80 }',
      ['IST0118 info spec.ports[0].port'],
    ],
    [
      'is unclear by its first letters only',
      mesh,
      '{ name: httpapi, port: 80 }',
      ['IST0118 info spec.ports[0].port'],
    ],
    [
      'is unclear where appProtocol names none',
      mesh,
      '{ name: http, port: 80, appProtocol: soap }',
      ['IST0118 info spec.ports[0].port'],
    ],
    ['is clear by a name in capitals', mesh, '{ name: GRPC-Web-x, port: 80 }', []],
    ['is clear by a name of Kubernetes', mesh, '{ port: 80, appProtocol: kubernetes.io/h2c }', []],
    ['is clear for UDP', mesh, '{ port: 80, protocol: UDP }', []],
    ['does not matter in a namespace without a label', home('team: x'), '{ name: web, port: 80 }', []],
    [
      'matters where the input does not say',
      '',
      '{ name: web, port: 80 }',
      ['IST0118 info spec.ports[0].port'],
    ],
    [
      'matters in ambient mode',
      home('istio.io/dataplane-mode: ambient'),
      '{ name: web, port: 80 }',
      ['IST0118 info spec.ports[0].port'],
    ],
  ])('%s', async (_, namespace, port, expected) => {
    expect(await found(namespace + workload() + service('cart', port))).toEqual(expected);
  });
});

describe('Services of one workload', () => {
  it.each([
    [
      'contradict each other for a StatefulSet too',
      workload('', 'StatefulSet') +
        service('a', http) +
        service('b', '{ name: tcp, port: 80, targetPort: 8080 }'),
      ['IST0116 warning metadata.name'],
    ],
    [
      'agree where neither reads requests',
      workload() + service('a', '{ name: tls, port: 80 }') + service('b', '{ name: tcp, port: 80 }'),
      [],
    ],
    [
      'do not meet where one is of UDP',
      workload() +
        service('a', http) +
        service('b', '{ name: dns, port: 80, targetPort: 8080, protocol: UDP }'),
      [],
    ],
    [
      'do not meet where they select different labels',
      workload() +
        service('a', http) +
        service('b', '{ name: tcp, port: 80, targetPort: 8080 }', 'app: cart, v: two'),
      ['MSH0142 info spec.selector'],
    ],
    [
      'meet behind a name and a number',
      workload('{ name: web, containerPort: 8080 }') +
        service('a', '{ name: http, port: 80, targetPort: web }') +
        service('b', '{ name: tcp, port: 9000, targetPort: 8080 }'),
      ['MSH0140 warning metadata.name'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await found(mesh + text)).toEqual(expected);
  });

  it('matter less where nobody knows whether there is a sidecar', async () => {
    const text = workload() + service('a', http) + service('b', '{ name: tcp, port: 80, targetPort: 8080 }');
    expect(await found(text)).toEqual(['IST0116 info metadata.name']);
  });

  it('are compared by transport protocol as istioctl does', async () => {
    const text =
      mesh + workload() + service('a', '{ name: http, port: 80 }') + service('b', '{ name: tcp, port: 80 }');
    expect((await found(text, ['compat'])).filter((line) => line.startsWith('IST'))).toEqual([]);
  });
});

describe('a target port', () => {
  it.each([
    [
      'is missing by its name',
      workload('{ name: web, containerPort: 8080 }'),
      'targetPort: api',
      ['MSH0141 error spec.ports[0].targetPort'],
    ],
    [
      'is missing by its name where no ports are listed',
      workload(),
      'targetPort: api',
      ['MSH0141 error spec.ports[0].targetPort'],
    ],
    ['may be a number that is not listed where none is', workload(), 'targetPort: 8080', []],
    [
      'is unlikely to be another number than those listed',
      workload('{ containerPort: 8080 }'),
      'targetPort: 8081',
      ['MSH0141 warning spec.ports[0].targetPort'],
    ],
    [
      'of another protocol is another port',
      workload('{ containerPort: 8080, protocol: UDP }'),
      'targetPort: 8080',
      ['MSH0141 warning spec.ports[0].targetPort'],
    ],
    ['is the port itself where none is named', workload('{ containerPort: 80 }'), '', []],
    ['may be a number in quotes', workload('{ containerPort: 8080 }'), 'targetPort: "8080"', []],
    ['of a VM is not known', workload('{ containerPort: 8080 }') + machine, 'targetPort: api', []],
    ['of the sidecar is not listed', workload('{ containerPort: 8080 }'), 'targetPort: http-envoy-prom', []],
  ])('%s', async (_, workloads, target, expected) => {
    expect(await found(mesh + workloads + service('cart', `{ name: http, port: 80, ${target} }`))).toEqual(
      expected,
    );
  });
});

describe('a selector that fits nothing', () => {
  const astray = service('cart', http, 'app: basket');

  it.each([
    ['is information beside other workloads', workload() + astray, [], ['MSH0142 info spec.selector']],
    ['is a warning in a complete input', astray, ['complete'], ['MSH0142 warning spec.selector']],
    [
      'fits what a controller makes',
      workload() + service('cart', http, 'gateway.networking.k8s.io/gateway-name: x'),
      ['complete'],
      [],
    ],
    [
      'does not count for an external name',
      workload() + service('cart', http, 'app: basket', 'type: ExternalName'),
      ['complete'],
      [],
    ],
  ])('%s', async (_, text, words, expected) => {
    expect(await found(mesh + text, words)).toEqual(expected);
  });

  it('is left open without any workload', async () => {
    const { undecided } = await analyzeExample({ text: mesh + astray, words: [] }, { only: ['MSH0142'] });
    expect(undecided).toEqual([
      {
        rule: 'service/selects-nothing',
        code: 'MSH0142',
        reason: 'the input holds no workload of its namespace',
        objects: 1,
      },
    ]);
  });
});

it('does not fail on ports without numbers or of the wrong type', async () => {
  const text = mesh + workload('{}, 5') + service('cart', '{}, 5, { port: x, targetPort: [] }');
  expect(await found(text)).toContain('IST0118 info spec.ports[0].port');
});
