import { expect, test } from 'vitest';
import { checkProxyConfig } from './proxy-config.ts';
import { problems } from './testing.ts';

type Spec = Parameters<typeof checkProxyConfig>[0];

test.each<[string, Spec, string[]]>([
  ['may be empty', {}, []],
  ['may have a thread for each CPU', { concurrency: 0, selector: { matchLabels: { app: 'a' } } }, []],
  ['has no negative number of threads', { concurrency: -1 }, ['proxyconfig/concurrency spec.concurrency']],
  [
    'is not for workloads by wildcard',
    { selector: { matchLabels: { app: 'a*' } } },
    ['selector/wildcard spec.selector.matchLabels.app'],
  ],
])('a ProxyConfig %s', (_, spec, expected) => {
  expect(problems(checkProxyConfig, spec)).toEqual(expected);
});
