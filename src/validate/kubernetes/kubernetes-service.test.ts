import { expect, test } from 'vitest';
import type { Json } from '../../json.ts';
import { problems } from '../testing.ts';
import { checkKubernetesService } from './kubernetes-service.ts';

test.each<[string, Json, string[]]>([
  ['no ports pass', {}, []],
  ['an external name passes', { type: 'ExternalName', externalName: 'example.com' }, []],
  ['no spec', null, ['service/shape spec']],
  ['a text as spec', 'x', ['service/shape spec']],
  ['a list as spec', [], ['service/shape spec']],
  ['null as ports', { ports: null }, ['service/shape spec.ports']],
  ['an object as ports', { ports: { a: 1 } }, ['service/shape spec.ports']],
  ['no list item of ports', { ports: [null] }, ['service/shape spec.ports[0]']],
])('a Service: %s', (_, spec, expected) => {
  expect(problems(checkKubernetesService, spec)).toEqual(expected);
});

test.each<[string, Json, string[]]>([
  ['a protocol as name passes', { name: 'http', port: 80 }, []],
  ['a protocol and a suffix pass', { name: 'grpc-web-ui', port: 80 }, []],
  ['capitals pass', { name: 'HTTP2-a', port: 80 }, []],
  ['UDP needs no name', { port: 53, protocol: 'UDP' }, []],
  ['of UDP nothing else is read', { port: 53, protocol: 'udp', name: 5, appProtocol: 6 }, []],
  ['a protocol of the application passes', { name: 'anything', appProtocol: 'https' }, []],
  ['where the application names it, the name is not read', { name: 5, appProtocol: 'mongo' }, []],
  ['an appProtocol of null is none', { name: 'tcp', appProtocol: null }, []],
  ['no name', { port: 80 }, ['service/port-unnamed port']],
  ['an empty port', {}, ['service/port-unnamed port']],
  ['an empty protocol is not UDP', { port: 53, protocol: '' }, ['service/port-unnamed port']],
  ['a name without protocol', { name: 'web', port: 80 }, ['service/port-name port']],
  ['a protocol without hyphen after it', { name: 'httpx', port: 80 }, ['service/port-name port']],
  ['an empty name', { name: '', port: 80 }, ['service/port-name port']],
  [
    'an unknown protocol of the application',
    { name: 'http', appProtocol: 'kubernetes.io/h2c' },
    ['service/app-protocol port'],
  ],
  ['an empty protocol of the application', { name: 'http', appProtocol: '' }, ['service/app-protocol port']],
  ['a number as name', { name: 80 }, ['service/shape port.name']],
  ['a number as protocol', { name: 'http', protocol: 6 }, ['service/shape port.protocol']],
  ['a list as appProtocol', { name: 'http', appProtocol: ['http'] }, ['service/shape port.appProtocol']],
])('a port of a Service: %s', (_, port, expected) => {
  const found = problems(checkKubernetesService, { ports: [{ name: 'tcp' }, port] });
  expect(found.map((line) => line.replace('spec.ports[1]', 'port'))).toEqual(expected);
});

test('Services of Istio itself are left alone', () => {
  expect(problems(checkKubernetesService, { ports: [{ port: 80 }] }, { namespace: 'istio-system' })).toEqual(
    [],
  );
});
