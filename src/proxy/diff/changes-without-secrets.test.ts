import { expect, test } from 'vitest';
import type { Json } from '../../resources/index.ts';
import { changesWithoutSecrets } from './changes-without-secrets.ts';

const redacted = '[redacted]';
const route = (key: string, timeout: string): Json => ({
  routes: [{ match: { headers: [{ name: 'x-api-key', value: key }] }, route: { timeout } }],
});

test.each<[string, Json, Json, readonly object[]]>([
  [
    'a password that is another',
    { password: 'one', port: 1 },
    { password: 'two', port: 1 },
    [{ path: 'password', what: 'changed', before: redacted, after: redacted }],
  ],
  [
    'what differs beside a password',
    { password: 'one', port: 1 },
    { password: 'one', port: 2 },
    [{ path: 'port', what: 'changed', before: 1, after: 2 }],
  ],
  [
    'a password that is new',
    { port: 1 },
    { password: 'two', port: 1 },
    [{ path: 'password', what: 'added', after: redacted }],
  ],
  ['what has no secrets', { port: 1 }, { port: 2 }, [{ path: 'port', what: 'changed', before: 1, after: 2 }]],
])('%s', (_, before, after, changes) => {
  expect(changesWithoutSecrets(before, after)).toEqual(changes);
});

test('a secret by which items are told apart stands in no path', () => {
  const changes = changesWithoutSecrets(route('first-key', '1s'), route('second-key', '2s'));
  expect(changes.length).toBeGreaterThan(0);
  expect(JSON.stringify(changes)).not.toMatch(/first-key|second-key/);
});
