import { expect, test } from 'vitest';
import { readText } from '../resources/index.ts';
import { analyze } from './analyze.ts';

const proxy = `
apiVersion: v1
kind: Pod
metadata: { name: front, namespace: edge, labels: { istio: front } }
spec: { containers: [{ name: istio-proxy, image: auto }] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: front, namespace: edge }
spec:
  selector: { istio: front }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      hosts: [shop.example.com]
      tls: { mode: SIMPLE, credentialName: shop-cert }
---`;
const gateway = (annotations: string): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: front, namespace: edge, annotations: { ${annotations} } }
spec:
  gatewayClassName: istio
  listeners:
    - name: https
      port: 443
      protocol: HTTPS
      hostname: shop.example.com
      tls: { certificateRefs: [{ name: shop-cert }] }
---`;
const certificate = (secretName: string, namespace = 'edge'): string => `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: shop, namespace: ${namespace} }
spec: { secretName: ${secretName} }`;

const missing: readonly (readonly [string, string])[] = [
  ['nothing makes it', proxy],
  ['a Certificate makes another Secret', proxy + certificate('other-cert')],
  ['a Certificate makes it in another namespace', proxy + certificate('shop-cert', 'shop')],
  ['nothing makes that of a listener', gateway('')],
  ['a Certificate makes another than that of a listener', gateway('') + certificate('other-cert')],
];
const made: readonly (readonly [string, string])[] = [
  ['a Certificate makes it', proxy + certificate('shop-cert')],
  ['a Certificate without a namespace makes it', proxy + certificate('shop-cert', "''")],
  [
    'an ExternalSecret of its name makes it',
    `${proxy}\napiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: shop-cert, namespace: edge }`,
  ],
  [
    'an ExternalSecret names it as its target',
    `${proxy}\napiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: shop, namespace: edge }\nspec: { target: { name: shop-cert } }`,
  ],
  [
    'a SealedSecret makes it',
    `${proxy}\napiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: shop-cert, namespace: edge }`,
  ],
  ['a Certificate makes that of a listener', gateway('') + certificate('shop-cert')],
  ['cert-manager makes those of the Gateway', gateway('cert-manager.io/cluster-issuer: letsencrypt')],
];

const rules = ['gateway/credential-not-found', 'k8stls/certificate-not-found'];
const analysisOf = (text: string) =>
  analyze(readText(text, 'mesh.yaml'), { assume: 'complete', only: rules });

test.each(missing)('a Secret is missing when %s', async (_, text) => {
  const { findings } = await analysisOf(text);
  expect(findings.filter(({ rule }) => rules.includes(rule))).toHaveLength(1);
});

test.each(made)('a Secret is not missing when %s', async (_, text) => {
  expect((await analysisOf(text)).findings).toEqual([]);
});
