import { expect, test } from 'vitest';
import type { Json } from '../../json.ts';
import { problems } from '../testing.ts';
import { checkKubernetesDeployment } from './kubernetes-deployment.ts';

const withMetadata = (metadata: Json): Json => ({ template: { metadata } });

test.each<[string, Json, string[]]>([
  ['labels pass', withMetadata({ labels: { app: 'a', version: '' } }), []],
  ['no labels pass', withMetadata({}), []],
  ['no metadata pass', withMetadata(null), []],
  ['no template passes', {}, []],
  ['no spec passes', null, []],
  ['a text as template is not looked into', { template: 'x' }, []],
  ['a text as metadata', withMetadata('x'), ['deployment/label-type spec.template.metadata']],
  ['a list as labels', withMetadata({ labels: [] }), ['deployment/label-type spec.template.metadata.labels']],
  ['null as labels', withMetadata({ labels: null }), ['deployment/label-type spec.template.metadata.labels']],
  [
    'a number as value',
    withMetadata({ labels: { app: 'a', version: 1 } }),
    ['deployment/label-type spec.template.metadata.labels.version'],
  ],
  [
    'null as value',
    withMetadata({ labels: { app: null } }),
    ['deployment/label-type spec.template.metadata.labels.app'],
  ],
])('a Deployment: %s', (_, spec, expected) => {
  expect(problems(checkKubernetesDeployment, spec)).toEqual(expected);
});

test('Deployments of Istio itself are left alone', () => {
  const spec = withMetadata({ labels: { app: 1 } });
  expect(problems(checkKubernetesDeployment, spec, { namespace: 'istio-system' })).toEqual([]);
});
