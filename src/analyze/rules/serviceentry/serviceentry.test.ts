import { expect, it } from 'vitest';
import { analyzeExample } from '../../testing/analyze-example.ts';

const entry = (namespace: string, protocol: string, more = ''): string => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: partner, namespace: ${namespace} }
spec: { hosts: [a.example], ports: [{ number: 443, name: p, protocol: ${protocol} }], resolution: DNS ${more} }
---`;

it.each<[string, string, readonly string[], readonly string[]]>([
  ['for all', entry('a', 'HTTPS') + entry('b', 'HTTP'), [], ['b 1']],
  ['for all, to istioctl', entry('a', 'HTTPS') + entry('b', 'HTTP'), ['compat'], ['a 0', 'b 0']],
  ['in another case', entry('a', 'HTTPS') + entry('b', 'https'), [], []],
  [
    'each for its namespace',
    entry('a', 'HTTPS', ', exportTo: ["."]') + entry('b', 'HTTP', ', exportTo: ["."]'),
    [],
    [],
  ],
  [
    'for all and for one namespace',
    entry('a', 'HTTPS') + entry('b', 'HTTP', ', exportTo: ["."]'),
    [],
    ['a 1'],
  ],
  ['three times', entry('a', 'HTTPS') + entry('b', 'HTTP') + entry('c', 'TCP'), [], ['b 2']],
])('two protocols of a port, %s', async (_, text, words, expected) => {
  const { findings } = await analyzeExample(
    { text, words },
    { only: ['serviceentry/conflicting-protocols'] },
  );
  expect(findings.map(({ resource, related }) => `${resource.namespace ?? ''} ${related.length}`)).toEqual(
    expected,
  );
});
