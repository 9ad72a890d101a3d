import type { BundleFileName, CertificateFileName } from '../bundle/vm-bundle.ts';
import { failures } from './failures.ts';

/** What verification can find: where, how bad, what the VM would do, and what to do about it. */
export interface BundleRule {
  /** `bundle` for the folder. */
  readonly file: BundleFileName | CertificateFileName | 'bundle';
  readonly severity: 'error' | 'warning';
  readonly effect: string;
  readonly cure: string;
}

const another = 'give the VM another certificate, or a token: `meshctl vm bundle`';
const anew = 'write the files anew with `meshctl vm bundle`';
const copied = 'copy the files as they are, in binary mode, without editing them';

const rule = (
  file: BundleRule['file'],
  severity: BundleRule['severity'],
  effect: keyof typeof failures,
  cure: string,
): BundleRule => ({ file, severity, effect: failures[effect], cure });

/** Every finding that verification can make, by its name. */
export const bundleRules = {
  'token-missing': rule('istio-token', 'error', 'unauthenticated', anew),
  'token-malformed': rule('istio-token', 'error', 'unauthenticated', anew),
  'token-unsigned': rule('istio-token', 'error', 'unauthenticated', anew),
  'token-audience': rule(
    'istio-token',
    'error',
    'unauthenticated',
    'request it with the audience istio-ca, as `meshctl vm bundle` does',
  ),
  'token-expired': rule('istio-token', 'error', 'unauthenticated', anew),
  'token-expires-soon': rule(
    'istio-token',
    'warning',
    'later',
    'start the VM before, or write the files with a longer --token-duration',
  ),
  'token-not-yet-valid': rule(
    'istio-token',
    'error',
    'unauthenticated',
    'set the clock of this machine, or of the VM, right (NTP)',
  ),
  'token-issuer': rule(
    'istio-token',
    'error',
    'unauthenticated',
    'take a token from a TokenRequest to the cluster of istiod, not one of a Secret or of another cluster',
  ),
  'token-subject': rule(
    'istio-token',
    'error',
    'unauthenticated',
    'request it for the service account of the group',
  ),
  'token-namespace': rule('istio-token', 'error', 'otherIdentity', anew),
  'token-service-account': rule('istio-token', 'error', 'otherIdentity', anew),
  'token-bound': rule('istio-token', 'warning', 'later', 'request a token that is bound to no pod'),
  'token-readable': rule(
    'istio-token',
    'error',
    'stolen',
    'chmod 600 istio-token; if others had access, request a new one',
  ),
  'root-missing': rule('root-cert.pem', 'error', 'agentExits', anew),
  'root-malformed': rule('root-cert.pem', 'error', 'agentExits', anew),
  'root-private-key': rule(
    'root-cert.pem',
    'error',
    'stolen',
    'take the key out, and replace the CA: its key has been handed around',
  ),
  'root-expired': rule(
    'root-cert.pem',
    'error',
    'unknownAuthority',
    'take the root of today: `meshctl vm bundle`',
  ),
  'root-not-yet-valid': rule('root-cert.pem', 'error', 'unknownAuthority', 'set the clock right (NTP)'),
  'root-expires-soon': rule(
    'root-cert.pem',
    'warning',
    'later',
    'rotate the root of the mesh, then renew the VM',
  ),
  'root-no-authority': rule(
    'root-cert.pem',
    'error',
    'unknownAuthority',
    'give the root certificate of the mesh, not one of a workload',
  ),
  'root-other': rule('root-cert.pem', 'error', 'unknownAuthority', anew),
  'mesh-missing': rule('mesh.yaml', 'warning', 'onDefaults', anew),
  'mesh-malformed': rule('mesh.yaml', 'error', 'agentExits', anew),
  'mesh-empty': rule('mesh.yaml', 'warning', 'onDefaults', anew),
  'mesh-discovery-address': rule('mesh.yaml', 'error', 'silentlyUnready', 'write <host>:15012'),
  'mesh-discovery-ip': rule(
    'mesh.yaml',
    'error',
    'noIpName',
    'write the name of istiod, and its address into hosts',
  ),
  'mesh-differs': rule('mesh.yaml', 'error', 'otherIdentity', `the two belong to different bundles: ${anew}`),
  'mesh-probe': rule(
    'mesh.yaml',
    'warning',
    'unhealthy',
    'correct spec.probe of the group, and write the files anew',
  ),
  'env-missing': rule('cluster.env', 'error', 'otherIdentity', anew),
  'env-line-ends': rule(
    'cluster.env',
    'error',
    'agentExits',
    `${copied}; or \`sed -i 's/\\r$//' cluster.env\``,
  ),
  'env-malformed': rule('cluster.env', 'error', 'scriptFails', anew),
  'env-unquoted': rule('cluster.env', 'error', 'scriptFails', 'put the value into single quotes'),
  'env-duplicate': rule('cluster.env', 'warning', 'none', 'keep one of the lines: the last one counts'),
  'env-incomplete': rule('cluster.env', 'error', 'otherIdentity', anew),
  'env-namespaces-differ': rule('cluster.env', 'error', 'otherIdentity', anew),
  'env-cluster-id': rule(
    'cluster.env',
    'error',
    'unauthenticated',
    'write the files with --cluster-id: the name by which istiod knows its cluster',
  ),
  'env-ca-port': rule('cluster.env', 'error', 'noCaPort', 'istiod signs certificates on port 15012'),
  'env-ca-ip': rule(
    'cluster.env',
    'error',
    'noIpName',
    'write the name of istiod, and its address into hosts',
  ),
  'env-auto-register-group': rule('cluster.env', 'error', 'notRegistered', anew),
  'env-capture': rule('cluster.env', 'error', 'wrongCapture', anew),
  'env-boolean': rule('cluster.env', 'error', 'agentExits', 'write true or false'),
  'env-labels': rule('cluster.env', 'error', 'wrongLabels', anew),
  'env-address': rule(
    'cluster.env',
    'error',
    'unreachable',
    'give an IP address: --internal-ip or --external-ip',
  ),
  'hosts-empty': rule(
    'hosts',
    'error',
    'noLookup',
    'say the address of the gateway: `meshctl vm bundle --ingress-ip`; unless DNS of the VM knows istiod',
  ),
  'hosts-malformed': rule('hosts', 'error', 'noLookup', 'write one line: <ip> <name of istiod>'),
  'hosts-name': rule('hosts', 'error', 'noLookup', anew),
  'hosts-address': rule(
    'hosts',
    'error',
    'noDial',
    'say the address of the gateway: `meshctl vm bundle --ingress-ip`',
  ),
  'hosts-ambiguous': rule('hosts', 'error', 'noDial', 'keep the line that is right: the first one counts'),
  'hosts-line-ends': rule('hosts', 'warning', 'none', copied),
  'certificate-missing': rule('cert-chain.pem', 'error', 'unauthenticated', another),
  'certificate-malformed': rule('cert-chain.pem', 'error', 'agentExits', another),
  'certificate-expired': rule('cert-chain.pem', 'error', 'lockedOut', another),
  'certificate-not-yet-valid': rule('cert-chain.pem', 'error', 'lockedOut', 'set the clock right (NTP)'),
  'certificate-identity': rule('cert-chain.pem', 'error', 'otherIdentity', another),
  'certificate-root': rule('cert-chain.pem', 'error', 'badProof', another),
  'certificate-key': rule('key.pem', 'error', 'badProof', `the two belong together: ${another}`),
  'key-readable': rule(
    'key.pem',
    'error',
    'stolen',
    'chmod 600 key.pem; if others had access, replace the certificate',
  ),
  'bundle-writable': rule('bundle', 'error', 'replaced', 'chmod 700 the folder, and 600 the files'),
  'group-differs': rule('bundle', 'error', 'otherIdentity', `the files are of another group: ${anew}`),
  'group-changed': rule('bundle', 'warning', 'wrongLabels', `the group has changed since: ${anew}`),
  'revision-differs': rule(
    'bundle',
    'error',
    'noLookup',
    'write the files with the --revision that the VM is to belong to',
  ),
} satisfies Record<string, BundleRule>;

export type BundleRuleName = keyof typeof bundleRules;
