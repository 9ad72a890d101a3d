import type { VmFacts } from '../facts/vm-facts.ts';
import type { VmGroup } from '../group/vm-group.ts';
import { readRoots } from '../verify/read-roots.ts';
import { clusterEnv } from './cluster-env.ts';
import { istiodAddress, istiodHost } from './istiod-host.ts';
import { meshYaml } from './mesh-yaml.ts';
import { vmProxyConfig } from './proxy-config.ts';
import type { BundleNotice, VmBundle, VmBundleOptions } from './vm-bundle.ts';
import { certificateFolder } from './vm-identity.ts';

/**
 * The files by which a VM joins a mesh, from its group and what the cluster says: five, and two more for a VM that is
 * given a certificate. Nothing is read or written. The same arguments give the same bytes.
 */
export function renderVmBundle(group: VmGroup, facts: VmFacts, options: VmBundleOptions = {}): VmBundle {
  const config = vmProxyConfig(group, facts, options);
  const environment = clusterEnv(group, facts, config, options);
  const { gateway, rootCertificate, token, certificate } = facts;
  return {
    files: {
      'cluster.env': environment.text,
      hosts: gateway.address === undefined ? '' : `${gateway.address} ${istiodHost(facts)}\n`,
      'istio-token': token,
      'mesh.yaml': meshYaml(config),
      'root-cert.pem': rootCertificate,
      ...(certificate && { 'cert-chain.pem': certificate.chain, 'key.pem': certificate.key }),
    },
    notices: [
      ...labelNotices(group),
      ...environment.notices,
      ...istiodNotices(facts, options),
      ...rootNotices(facts),
      ...hostsNotices(facts),
      ...spireNotices(options),
    ],
  };
}

function labelNotices({ overriddenLabels }: VmGroup): BundleNotice[] {
  if (overriddenLabels.length === 0) return [];
  const names = overriddenLabels.join(', ');
  return [
    {
      rule: 'labels-overridden',
      message: `spec.template.labels take the place of spec.metadata.labels: ${names}`,
    },
  ];
}

/** Without an address of its own, the agent looks in `istio-system`. */
function istiodNotices(facts: VmFacts, { pinIstiod = false }: VmBundleOptions): BundleNotice[] {
  if (facts.revision !== '' || facts.istioNamespace === 'istio-system' || pinIstiod) return [];
  return [
    {
      rule: 'istiod-assumed',
      message: `the agent will look for istiod in istio-system, not at ${istiodAddress(facts)}`,
      hint: 'write the address into the files with --pin-istiod',
    },
  ];
}

function rootNotices({ rootCertificate }: VmFacts): BundleNotice[] {
  if (readRoots(rootCertificate).certificates.length > 0) return [];
  return [
    {
      rule: 'root-malformed',
      message:
        'the ConfigMap istio-ca-root-cert holds no certificate that can be read, so that the agent will not start',
      hint: 'see what istiod has written into it, and why; then make the files anew',
    },
  ];
}

function hostsNotices({ gateway }: VmFacts): BundleNotice[] {
  if (gateway.address !== undefined) return [];
  return [
    {
      rule: 'hosts-empty',
      message: `the file hosts is empty, so that the VM will not find istiod: ${gateway.reason}`,
      hint: gateway.hint,
    },
  ];
}

/** What is in the socket is for the proxy; the agent itself knows only its folder and its token. */
function spireNotices({ identity }: VmBundleOptions): BundleNotice[] {
  if (identity?.kind !== 'spire') return [];
  return [
    {
      rule: 'spire-connection',
      message: `the agent connects to istiod with the certificate in ${certificateFolder}, not with that of the socket ${identity.socket}`,
      hint: `let SPIRE write key.pem, cert-chain.pem and root-cert.pem there, too (spiffe-helper does), or put a token beside it`,
    },
  ];
}
