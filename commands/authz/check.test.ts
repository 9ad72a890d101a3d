import { expect, test } from 'vitest';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const filter = (action: string, key: string) => ({
  name: 'envoy.filters.network.rbac',
  typed_config: { rules: { action, policies: { [key]: {} } } },
});
const dumpOf = (...listeners: readonly object[]) =>
  JSON.stringify({
    configs: [
      {
        '@type': 'type.googleapis.com/envoy.admin.v3.ListenersConfigDump',
        dynamic_listeners: listeners.map((listener) => ({ name: 'in', active_state: { listener } })),
      },
    ],
  });

const dump = dumpOf({
  name: 'in',
  filter_chains: [
    {
      filters: [
        filter('DENY', 'ns[shop]-policy[no]-rule[3]'),
        filter('ALLOW', 'ns[shop]-policy[yes]-rule[0]'),
      ],
    },
  ],
});

test.each(['authz check', 'x authz check', 'experimental authz check'])(
  '%s lists policies',
  async (words) => {
    const cwd = await temporaryFolder({ 'dump.json': dump });
    expect(await run([...words.split(' '), '-f', 'dump.json'], { cwd })).toEqual({
      code: 0,
      out: 'ACTION  AuthorizationPolicy  RULES\nDENY    no.shop              1\nALLOW   yes.shop             1\n',
      err: '',
    });
  },
);

test('wide has the numbers of rules and the listeners', async () => {
  const { out } = await run(['authz', 'check', '-f', '-', '-o', 'wide'], { stdin: dump });
  expect(out.split('\n')[1]).toBe('DENY    no.shop              1      3             in');
});

test('json is a document of meshctl', async () => {
  const { out } = await run(['authz', 'check', '-f', '-', '-o', 'json'], { stdin: dump });
  expect(JSON.parse(out)).toEqual({
    apiVersion: 'meshctl.dev/v1',
    kind: 'ProxyPolicyList',
    policies: [
      { action: 'DENY', policy: 'no.shop', rules: ['3'], listeners: ['in'] },
      { action: 'ALLOW', policy: 'yes.shop', rules: ['0'], listeners: ['in'] },
    ],
  });
});

test('a proxy without listeners gets a note, one without policies the header line', async () => {
  const none = await run(['authz', 'check', '-f', '-'], { stdin: dumpOf() });
  expect(none).toMatchObject({ code: 0, out: '' });
  expect(none.err).toContain('standard input has no listener');
  const free = await run(['authz', 'check', '-f', '-'], { stdin: dumpOf({ name: 'in' }) });
  expect(free).toEqual({ code: 0, out: 'ACTION  AuthorizationPolicy  RULES\n', err: '' });
});

test('what is no dump is an error', async () => {
  expect(await run(['authz', 'check', '-f', '-'], { stdin: '{}' })).toMatchObject({ code: 2, out: '' });
});
