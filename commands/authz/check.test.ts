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
  expect(out.split('\n')[1]).toBe('DENY    no.shop              1      3                      in');
});

test('json is a document of meshctl', async () => {
  const { out } = await run(['authz', 'check', '-f', '-', '-o', 'json'], { stdin: dump });
  expect(JSON.parse(out)).toEqual({
    apiVersion: 'meshctl.dev/v1',
    kind: 'ProxyPolicyList',
    policies: [
      { action: 'DENY', policy: 'no.shop', rules: ['3'], listeners: ['in'], dryRun: false },
      { action: 'ALLOW', policy: 'yes.shop', rules: ['0'], listeners: ['in'], dryRun: false },
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

test('a request is judged, and the exit code is the answer', async () => {
  const address = { socket_address: { address: '0.0.0.0', port_value: 80 } };
  const deny = (action: string): object => ({
    name: 'envoy.filters.network.rbac',
    typed_config: {
      '@type': 'type.googleapis.com/envoy.extensions.filters.network.rbac.v3.RBAC',
      rules: {
        action,
        policies: {
          'ns[shop]-policy[no]-rule[3]': { permissions: [{ any: true }], principals: [{ any: true }] },
        },
      },
    },
  });
  const tcp = {
    name: 'envoy.filters.network.tcp_proxy',
    typed_config: {
      '@type': 'type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy',
      cluster: 'PassthroughCluster',
    },
  };
  const judge = async (action: string): Promise<unknown[]> => {
    const stdin = dumpOf({ name: 'in', address, filter_chains: [{ filters: [deny(action), tcp] }] });
    const argv = ['authz', 'check', '-f', '-', '--request', 'TCP 10.0.0.1:80', '-o', 'json'];
    const { code, out } = await run(argv, { stdin });
    const { kind, decision, decidedBy } = JSON.parse(out) as Record<string, unknown>;
    return [code, kind, decision, decidedBy];
  };
  const policy = { policy: 'shop/no', rule: '3' };
  expect(await judge('DENY')).toMatchObject([1, 'AccessCheck', 'denied', { ...policy, action: 'DENY' }]);
  expect(await judge('ALLOW')).toMatchObject([0, 'AccessCheck', 'allowed', { ...policy, action: 'ALLOW' }]);
});

test('files tell which policies count for a workload', async () => {
  const argv = ['authz', 'check', 'kettle-v1-6d4c9f-x2x7k.tea', '--policies', 'testdata/describe'];
  const root = new URL('../..', import.meta.url).pathname;
  const { code, out } = await run(argv, { cwd: root });
  expect(code).toBe(0);
  expect(out.split('\n').slice(1, 3)).toEqual([
    'DENY    no-trace.istio-system  1      mesh        sidecar      yes',
    'ALLOW   guests.tea             1      workload    sidecar',
  ]);
});

test.each([
  ['without a workload', [], '--policies needs a workload'],
  ['together with a proxy', ['a', '-f', 'dump.json'], '--policies and --file do not go together'],
])('files %s are refused', async (_, more, message) => {
  const { code, err } = await run(['authz', 'check', ...more, '--policies', 'mesh']);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});
