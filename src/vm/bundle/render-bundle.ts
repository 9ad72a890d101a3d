import type { VmFacts } from '../facts/vm-facts.ts';
import type { VmGroup } from '../group/vm-group.ts';
import { clusterEnv } from './cluster-env.ts';
import { istiodAddress, istiodHost } from './istiod-host.ts';
import { meshYaml } from './mesh-yaml.ts';
import { vmProxyConfig } from './proxy-config.ts';
import type { BundleNotice, VmBundle, VmBundleOptions } from './vm-bundle.ts';

/**
 * The five files by which a VM joins a mesh, from its group and what the cluster says: nothing is read or written. The
 * same arguments give the same bytes.
 */
export function renderVmBundle(group: VmGroup, facts: VmFacts, options: VmBundleOptions = {}): VmBundle {
  const config = vmProxyConfig(group, facts, options);
  const environment = clusterEnv(group, facts, config, options);
  const { gateway, rootCertificate, token } = facts;
  return {
    files: {
      'cluster.env': environment.text,
      hosts: gateway.address === undefined ? '' : `${gateway.address} ${istiodHost(facts)}\n`,
      'istio-token': token,
      'mesh.yaml': meshYaml(config),
      'root-cert.pem': rootCertificate,
    },
    notices: [
      ...labelNotices(group),
      ...environment.notices,
      ...istiodNotices(facts, options),
      ...hostsNotices(facts),
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
