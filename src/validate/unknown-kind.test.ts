import { expect, test } from 'vitest';
import { readText } from '../resources/index.ts';
import { validate, type Validation } from './validate.ts';

const read = (apiVersion: string, kind: string, strict?: boolean): Promise<Validation> =>
  validate(
    readText(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: {}\n`, 'a.yaml'),
    strict === undefined ? {} : { strict },
  );

test.each<[string, string, string, string | undefined]>([
  ['a misspelt kind', 'networking.istio.io/v1', 'VirtualServce', 'VirtualService'],
  ['a kind in lower case', 'networking.istio.io/v1', 'gateway', 'Gateway'],
  ['a kind of another group of Istio', 'networking.istio.io/v1', 'PeerAuthentication', 'security.istio.io'],
  ['a kind like no other', 'security.istio.io/v1', 'Bogus', undefined],
  ['a misspelt group', 'networkin.istio.io/v1', 'VirtualService', 'networking.istio.io'],
  ['a version that is not served', 'networking.istio.io/v9', 'VirtualService', undefined],
  ['a version of another kind', 'networking.istio.io/v1', 'EnvoyFilter', undefined],
])('%s is a warning, and an error when asked for', async (_, apiVersion, kind, meant) => {
  const { findings, checked } = await read(apiVersion, kind);
  expect(findings).toMatchObject([{ rule: 'kind/unknown', severity: 'warning', rejectedBy: [] }]);
  expect(findings[0]?.args.meant).toBe(meant);
  expect(checked).toBe(0);
  const strict = await read(apiVersion, kind, true);
  expect(strict.findings).toMatchObject([
    { rule: 'kind/unknown', severity: 'error', rejectedBy: ['apiserver'] },
  ]);
});

test.each([
  ['v1', 'ConfigMap'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  ['example.com/v1', 'Gateway'],
  ['networking.istio.io/v1', 'VirtualServiceList'],
])('%s %s is reported only when asked for', async (apiVersion, kind) => {
  expect((await read(apiVersion, kind)).findings).toEqual([]);
  const { findings } = await read(apiVersion, kind, true);
  expect(findings).toMatchObject([{ rule: 'kind/unknown', severity: 'error', rejectedBy: [], path: 'kind' }]);
});

test.each([
  ['networking.istio.io/v1alpha3', 'EnvoyFilter'],
  ['networking.istio.io/v1beta1', 'ProxyConfig'],
  ['telemetry.istio.io/v1alpha1', 'Telemetry'],
  ['security.istio.io/v1beta1', 'AuthorizationPolicy'],
])('%s %s is checked', async (apiVersion, kind) => {
  expect((await read(apiVersion, kind, true)).checked).toBe(1);
});

test('the finding stands at what is wrong', async () => {
  const ranges = await Promise.all([
    read('networking.istio.io/v1', 'Gatway'),
    read('networking.istio.io/v9', 'Gateway'),
  ]);
  expect(ranges.map(({ findings }) => findings[0]?.range.start)).toEqual([
    { line: 2, column: 7 },
    { line: 1, column: 13 },
  ]);
});
