import { expect, test } from 'vitest';
import { problems } from './testing.ts';
import { checkWorkloadGroup } from './workload-group.ts';

type Spec = Parameters<typeof checkWorkloadGroup>[0];
type Probe = NonNullable<Spec['probe']>;

test.each<[string, Spec, string[]]>([
  ['an empty template passes', { template: {} }, []],
  ['the template is not judged', { template: { address: '*', ports: { a_b: 0 }, labels: { a: '*' } } }, []],
  ['no template', {}, ['workloadgroup/template-required spec.template']],
  [
    'a label of the entries',
    { template: {}, metadata: { labels: { app: 'a b' } } },
    ['label/invalid spec.metadata.labels.app'],
  ],
  [
    'labels and annotations pass',
    { template: {}, metadata: { labels: { app: 'a' }, annotations: { a: 'b c' } } },
    [],
  ],
])('%s', (_, spec, expected) => {
  expect(problems(checkWorkloadGroup, spec)).toEqual(expected);
});

test.each<[string, Probe, string[]]>([
  ['HTTP passes', { httpGet: { port: 80, scheme: 'HTTPS', httpHeaders: [{ name: 'X-a' }] } }, []],
  ['TCP passes', { tcpSocket: { port: 80 }, periodSeconds: 0 }, []],
  ['a command passes', { exec: { command: ['true'] } }, []],
  ['no method', { periodSeconds: 3 }, ['probe/method spec.probe']],
  ['gRPC', { grpc: { port: 80 } }, ['probe/grpc spec.probe.grpc']],
  ['no command', { exec: {} }, ['probe/command spec.probe.exec.command']],
  [
    'a negative time',
    { tcpSocket: { port: 80 }, timeoutSeconds: -1 },
    ['probe/negative spec.probe.timeoutSeconds'],
  ],
  ['no TCP port', { tcpSocket: {} }, ['port/range spec.probe.tcpSocket.port']],
  ['an HTTP port out of range', { httpGet: { port: 70000 } }, ['port/range spec.probe.httpGet.port']],
  [
    'a scheme in lower case',
    { httpGet: { port: 80, scheme: 'http' } },
    ['probe/scheme spec.probe.httpGet.scheme'],
  ],
  [
    'a header name with an underscore, and none',
    { httpGet: { port: 80, httpHeaders: [{ name: 'a_b' }, {}] } },
    [
      'probe/header-name spec.probe.httpGet.httpHeaders[0].name',
      'probe/header-name spec.probe.httpGet.httpHeaders[1].name',
    ],
  ],
  ['of two methods Istio reads the later one', { httpGet: { port: 0 }, tcpSocket: { port: 80 } }, []],
])('a probe: %s', (_, probe, expected) => {
  expect(problems(checkWorkloadGroup, { template: {}, probe })).toEqual(expected);
});
