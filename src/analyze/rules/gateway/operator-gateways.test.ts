import { expect, test } from 'vitest';
import { readText } from '../../../resources/index.ts';
import { analyze } from '../../analyze.ts';

const gateway = (selector: string): string => `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: front, namespace: edge }
spec:
  selector: { ${selector} }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example.com] }]
---
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: { name: mesh, namespace: istio-system }
spec: `;
const component = '{name: istio-ingressgateway, enabled: true, namespace: edge, label: {istio: front}}';

test.each([
  ['the usual gateway of the default profile', 'istio: ingressgateway', '{profile: default}', 0],
  ['the usual gateway, without a profile', 'istio: ingressgateway', '{}', 0],
  ['the usual gateway of a profile without one', 'istio: ingressgateway', '{profile: minimal}', 1],
  ['the egress gateway of demo', 'istio: egressgateway', '{profile: demo}', 0],
  ['an egress gateway that default has not', 'istio: egressgateway', '{profile: default}', 1],
  ['a gateway with labels of its own', 'istio: front', `{components: {ingressGateways: [${component}]}}`, 0],
  [
    'a gateway without `enabled`',
    'istio: front',
    `{components: {ingressGateways: [${component.replace('enabled: true,', '')}]}}`,
    0,
  ],
  ['other labels', 'istio: rear', `{components: {ingressGateways: [${component}]}}`, 1],
  [
    'a gateway that is switched off',
    'istio: front',
    `{components: {ingressGateways: [${component.replace('true', 'false')}]}}`,
    1,
  ],
  [
    'the usual gateway, replaced by a list',
    'istio: ingressgateway',
    `{profile: default, components: {ingressGateways: [${component}]}}`,
    1,
  ],
])('a Gateway selects %s', async (_, selector, spec, count) => {
  const read = readText(gateway(selector) + spec, 'mesh.yaml');
  const { findings } = await analyze(read, { assume: 'complete', only: ['gateway/selector-not-found'] });
  expect(findings.map(({ rule }) => rule)).toEqual(Array(count).fill('gateway/selector-not-found'));
});
