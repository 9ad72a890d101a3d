import { expect, test } from 'vitest';
import { envoyEnum, envoyMessage, envoyMessageNames } from './index.ts';

const fieldOf = (message: string, key: string) => envoyMessage(message)?.byKey.get(key);

test('a field is found by both its names', () => {
  const field = fieldOf('envoy.config.cluster.v3.Cluster', 'connect_timeout');
  expect(field).toMatchObject({
    name: 'connect_timeout',
    jsonName: 'connectTimeout',
    shape: 'one',
    type: 'google.protobuf.Duration',
    deprecated: false,
    rules: { gt: '0s' },
  });
  expect(fieldOf('envoy.config.cluster.v3.Cluster', 'connectTimeout')).toBe(field);
});

test('fields keep their shape, the full name of their type, their oneof and their deprecation', () => {
  expect(fieldOf('envoy.config.listener.v3.Listener', 'filter_chains')).toMatchObject({
    shape: 'list',
    type: 'envoy.config.listener.v3.FilterChain',
  });
  expect(fieldOf('envoy.config.route.v3.Route', 'typed_per_filter_config')).toMatchObject({
    shape: 'map',
    keyType: 'string',
    type: 'google.protobuf.Any',
  });
  expect(fieldOf('envoy.config.cluster.v3.Cluster', 'type')).toMatchObject({
    type: 'envoy.config.cluster.v3.Cluster.DiscoveryType',
    oneof: 'cluster_discovery_type',
  });
  expect(fieldOf('envoy.config.listener.v3.Listener', 'reuse_port')).toMatchObject({ deprecated: true });
});

test('every type that a field has is known', () => {
  const unknown = envoyMessageNames()
    .flatMap((name) => envoyMessage(name)?.fields ?? [])
    .filter(({ type }) => type === '' || (type.includes('.') && !envoyMessage(type) && !envoyEnum(type)))
    .map(({ name, type }) => `${name}: ${type}`);
  expect(unknown).toEqual([]);
  expect(envoyMessageNames().length).toBeGreaterThan(1000);
});

test.each([
  '',
  'Listener',
  'envoy.config.listener.v3',
  'envoy.config.listener.v3.listener',
  'constructor.Name',
])('%j is no message', (name) => {
  expect(envoyMessage(name)).toBeUndefined();
});

test('enums have the names of their values', () => {
  expect(envoyEnum('envoy.config.core.v3.SocketAddress.Protocol')).toEqual(['TCP', 'UDP']);
  expect(envoyEnum('envoy.config.core.v3.SocketAddress')).toBeUndefined();
});
