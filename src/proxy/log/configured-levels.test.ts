import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { configuredLogLevels } from './configured-levels.ts';

const pod = (args: readonly string[], annotations: JsonObject = {}, name = 'istio-proxy'): JsonObject => ({
  metadata: { annotations },
  spec: { containers: [{ name: 'web' }, { name, args: [...args] }] },
});
const log = { 'sidecar.istio.io/logLevel': 'info' };

test.each<[string, JsonObject, string | undefined]>([
  ['arguments', pod(['--proxyLogLevel=debug']), 'debug'],
  ['arguments of two words', pod(['proxy', '--proxyLogLevel', 'error', '--x']), 'error'],
  [
    'levels of components',
    pod(['--proxyLogLevel=info', '--proxyComponentLogLevel=misc:error,rbac:debug']),
    'info misc:error rbac:debug',
  ],
  [
    'components alone, the rest at warning',
    pod(['--proxyComponentLogLevel=misc:error']),
    'warning misc:error',
  ],
  ['an annotation', pod([], log), 'info'],
  ['arguments before an annotation', pod(['--proxyLogLevel=debug'], log), 'debug'],
  [
    'annotations of components',
    pod([], { 'sidecar.istio.io/componentLogLevel': 'wasm:trace' }),
    'warning wasm:trace',
  ],
  [
    'a native sidecar',
    { spec: { initContainers: [{ name: 'istio-proxy', args: ['--proxyLogLevel=off'] }] } },
    'off',
  ],
  ['nothing by arguments of other containers', pod(['--proxyLogLevel=debug'], {}, 'app'), undefined],
  ['nothing by an argument without a value', pod(['--proxyLogLevel']), undefined],
  ['nothing by what is no level', pod(['--proxyLogLevel=loud']), undefined],
  ['nothing by a pod that may not be read', { metadata: { name: 'web' } }, undefined],
])('levels are told by %s', (_, object, expected) => {
  const levels = configuredLogLevels(object)?.map(({ logger, level }) =>
    logger === undefined ? level : `${logger}:${level}`,
  );
  expect(levels?.join(' ')).toBe(expected);
});
