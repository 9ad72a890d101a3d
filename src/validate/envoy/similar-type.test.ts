import { expect, test } from 'vitest';
import { similarType } from './similar-type.ts';

test.each([
  ['envoy.config.filter.http.lua.v2.Lua', 'envoy.extensions.filters.http.lua.v3.Lua'],
  [
    'envoy.config.filter.network.tcp_proxy.v2.TcpProxy',
    'envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy',
  ],
  ['envoy.api.v2.Cluster', 'envoy.config.cluster.v3.Cluster'],
  ['envoy.extensions.filters.http.lua.v3.Luaa', 'envoy.extensions.filters.http.lua.v3.Lua'],
  ['envoy.extensions.filters.http.lua.v3.lua', 'envoy.extensions.filters.http.lua.v3.Lua'],
])('%s is near %s', (name, meant) => {
  expect(similarType(name)).toBe(meant);
});

test('a type of somebody else is near none', () => {
  expect(similarType('com.example.Frobnicator')).toBeUndefined();
});
