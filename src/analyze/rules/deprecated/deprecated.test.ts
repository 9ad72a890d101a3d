import { expect, it } from 'vitest';
import { analyzeExample } from '../../testing/analyze-example.ts';
import { minorVersion } from '../../../minor-version.ts';

const object = (apiVersion: string, kind: string, name = 'x', spec = ''): string =>
  `\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: orders }\nspec: { ${spec} }\n---`;

async function found(text: string, words: readonly string[] = []): Promise<string[]> {
  const only = ['MSH0147', 'MSH0148', 'MSH0149', 'MSH0150'];
  const { findings } = await analyzeExample({ text, words }, { only });
  return findings.map(({ code, path, related }) => `${code} ${path} +${related.length}`);
}

const images =
  'template: { spec: { containers: [{ name: a, image: gcr.io/istio-release/proxyv2:1.29.0 }] } }';

it.each([
  ['a kind that no other rule reads', object('extensions/v1beta1', 'Ingress'), [], ['MSH0147 apiVersion +0']],
  ['a kind that rules read', object('apps/v1beta2', 'Deployment'), [], ['MSH0147 apiVersion +0']],
  ['a version that is to go', object('batch/v1beta1', 'CronJob'), ['kubernetes=1.24'], []],
  [
    'a version that has just gone',
    object('batch/v1beta1', 'CronJob'),
    ['kubernetes=v1.25.3'],
    ['MSH0147 apiVersion +0'],
  ],
  ['a target that is no version', object('batch/v1beta1', 'CronJob'), ['kubernetes=newest'], []],
  [
    'each old version of a kind once',
    object('networking.istio.io/v1beta1', 'VirtualService', 'a') +
      object('networking.istio.io/v1beta1', 'VirtualService', 'b') +
      object('networking.istio.io/v1alpha3', 'VirtualService', 'c'),
    [],
    ['MSH0148 apiVersion +1', 'MSH0148 apiVersion +0'],
  ],
  ['a kind without a stable version', object('networking.istio.io/v1beta1', 'ProxyConfig'), [], []],
  [
    'a target before the stable versions',
    object('networking.istio.io/v1beta1', 'Sidecar'),
    ['istio=1.21.0'],
    [],
  ],
  [
    'a selector of a Service',
    object('v1', 'Service', 'x', 'selector: { istio.io/gateway-name: front }'),
    [],
    ['MSH0149 spec.selector["istio.io/gateway-name"] +0'],
  ],
  [
    'a label that the Pods of the user carry',
    object('v1', 'Service', 'x', 'selector: { istio.io/gateway-name: front }') +
      object(
        'apps/v1',
        'Deployment',
        'x',
        'template: { metadata: { labels: { istio.io/gateway-name: front } } }',
      ),
    [],
    [],
  ],
  [
    'an image once for each file',
    object('apps/v1', 'Deployment', 'a', images) + object('apps/v1', 'StatefulSet', 'b', images),
    [],
    ['MSH0150 spec.template.spec.containers[0].image +1'],
  ],
])('reports %s', async (_, text, words, expected) => {
  expect(await found(text, words)).toEqual(expected);
});

it.each([
  ['1.31.1', 31],
  ['v1.9', 9],
  ['2.0', undefined],
  ['', undefined],
])('reads the minor number of %j', (version, expected) => {
  expect(minorVersion(version)).toBe(expected);
});
