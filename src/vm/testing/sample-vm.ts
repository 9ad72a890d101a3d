import type { JsonObject } from '../../json.ts';
import { issue } from '../../kube/testing/certificate.ts';
import type { VmFacts } from '../facts/vm-facts.ts';
import { readVmGroup } from '../group/read-group.ts';
import type { VmGroup } from '../group/vm-group.ts';

/** The moment at which samples are judged. */
export const now = new Date('2030-05-01T12:00:00Z');
const seconds = now.getTime() / 1000;

/** Claims of the token of the sample's service account; it is valid for an hour. */
export const claims: JsonObject = {
  iss: 'https://kubernetes.default.svc',
  aud: ['istio-ca'],
  sub: 'system:serviceaccount:shop:web',
  iat: seconds - 10,
  nbf: seconds - 10,
  exp: seconds + 3600,
};

/** A token with these claims; its signature is none. */
export function tokenOf(of: JsonObject, { alg = 'RS256', signature = 'c2lnbmF0dXJl' } = {}): string {
  const part = (value: JsonObject): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg })}.${part(of)}.${signature}`;
}

const root = issue({ name: 'root', ca: true, notAfter: new Date('2040-01-01T00:00:00Z') });

export const sampleGroupObject = (spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject => ({
  apiVersion: 'networking.istio.io/v1',
  kind: 'WorkloadGroup',
  metadata: { name: 'web', namespace: 'shop', ...metadata },
  spec: { template: { serviceAccount: 'web' }, ...spec },
});

export const sampleGroup = (spec: JsonObject = {}, metadata: JsonObject = {}): VmGroup =>
  readVmGroup(sampleGroupObject(spec, metadata), 'group.yaml');

export const sampleFacts = (over: Partial<VmFacts> = {}): VmFacts => ({
  revision: '',
  istioNamespace: 'istio-system',
  meshConfig: {},
  clusterId: 'west',
  rootCertificate: root.certificate,
  gateway: { address: '203.0.113.10' },
  token: tokenOf(claims),
  ...over,
});
