import { expect, test } from 'vitest';
import { run } from '../testing/run.ts';

test('profile list names every profile that dump knows', async () => {
  const { out } = await run(['profile', 'list', '-o', 'name']);
  for (const name of out.trim().split('\n')) {
    const { code, out: dumped } = await run(['profile', 'dump', name]);
    expect([code, dumped]).toEqual([0, expect.stringContaining('kind: IstioOperator')]);
  }
});

test.each([
  ['a part', ['--config-path', 'values.global'], 0, 'istioNamespace: istio-system'],
  ['a part below spec', ['--config-path', 'spec.values.global'], 0, 'istioNamespace: istio-system'],
  ['an item of a list', ['--config-path', 'components.ingressGateways[0].name'], 0, 'istio-ingressgateway\n'],
  ['a part that is not there', ['--config-path', 'values.globl'], 2, ''],
  ['flags', ['demo', '-o', 'flags'], 0, 'components.egressGateways[0].enabled=true\n'],
  [
    'flags of a part',
    ['-o', 'flags', '--config-path', 'values.global'],
    0,
    'values.global.configValidation=true',
  ],
  ['JSON', ['minimal', '-o', 'json'], 0, '"profile": "minimal"'],
  ['what is set on top', ['minimal', '--set', 'tag=1.2.3'], 0, 'tag: 1.2.3'],
  ['no such profile', ['minimul'], 2, ''],
])('profile dump: %s', async (_, flags, code, said) => {
  const result = await run(['profile', 'dump', ...flags]);
  expect([result.code, result.out]).toEqual([code, said === '' ? '' : expect.stringContaining(said)]);
});

test.each([
  [
    'two that differ',
    ['default', 'demo'],
    1,
    '~ components.egressGateways[istio-egressgateway].enabled false -> true\n',
  ],
  ['one and itself', ['demo', 'demo'], 0, ''],
  ['a file that is not there', ['demo', 'none.yaml'], 2, ''],
])('profile diff: %s', async (_, names, code, said) => {
  const result = await run(['profile', 'diff', ...names]);
  expect([result.code, result.out]).toEqual([code, said === '' ? '' : expect.stringContaining(said)]);
});
