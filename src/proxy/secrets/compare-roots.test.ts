import { expect, test } from 'vitest';
import { issue } from '../../kube/testing/certificate.ts';
import { readDump } from '../dump/read-dump.ts';
import { compareRoots } from './compare-roots.ts';

const [old, fresh, other] = ['old', 'fresh', 'other'].map((name) => issue({ name, ca: true }).certificate);

const dump = (name: string, ...certificates: readonly (string | undefined)[]) => {
  const secret = {
    '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret',
    ...{ name, validation_context: { trusted_ca: { inline_string: certificates.join('') } } },
  };
  const section = {
    '@type': 'type.googleapis.com/envoy.admin.v3.SecretsConfigDump',
    dynamic_active_secrets: [{ name, secret }],
  };
  return readDump(Buffer.from(JSON.stringify({ configs: [section] })), { name: 'a.json' });
};

test.each([
  ['the same root', [old], [old], ['old both']],
  ['one root in common while it is replaced', [old, fresh], [fresh], ['old first', 'fresh both']],
  ['different roots', [old], [other], ['old first', 'other second']],
])('two proxies have %s', (_, first, second, expected) => {
  const roots = compareRoots(dump('ROOTCA', ...first), dump('ROOTCA', ...second));
  expect(roots.map(({ subject, trustedBy }) => `${subject.replace('CN=', '')} ${trustedBy}`)).toEqual(
    expected,
  );
});

test.each([
  ['another secret', dump('default', old)],
  ['a secret without a certificate', dump('ROOTCA', 'x')],
])('a proxy with %s has no root', (_, proxy) => {
  expect(() => compareRoots(proxy, dump('ROOTCA', old))).toThrow('has no root certificate');
});
