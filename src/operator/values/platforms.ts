import type { Json, JsonObject } from '../../json.ts';
import { namedSettings } from './value-profiles.ts';

const k3sConfig = '/var/lib/rancher/k3s/agent/etc/cni/net.d';
const microk8s = '/var/snap/microk8s/current';

/** Where each platform keeps its network plugins, and what else is special about it. */
const platforms: Readonly<Record<string, JsonObject>> = {
  gke: { cni: { cniBinDir: '', resourceQuotas: { enabled: true } }, resourceQuotas: { enabled: true } },
  k3d: { cni: { cniConfDir: k3sConfig, cniBinDir: '/bin' } },
  k3s: { cni: { cniConfDir: k3sConfig, cniBinDir: '/var/lib/rancher/k3s/data/cni' } },
  microk8s: {
    cni: { cniConfDir: `${microk8s}/args/cni-network`, cniBinDir: `${microk8s}/opt/cni/bin` },
  },
  minikube: { cni: { cniNetnsDir: '/var/run/docker/netns' } },
  openshift: {
    cni: {
      cniBinDir: '/var/lib/cni/bin',
      cniConfDir: '/etc/cni/multus/net.d',
      chained: false,
      cniConfFileName: 'istio-cni.conf',
      provider: 'multus',
    },
    pilot: {
      cni: { enabled: true, provider: 'multus' },
      terminationMessagePolicy: 'FallbackToLogsOnError',
    },
    seLinuxOptions: { type: 'spc_t' },
    trustedZtunnelNamespace: 'kube-system',
  },
};

/** The settings that `values.global.platform` stands for. */
export function platformSettings(name: Json | undefined): JsonObject {
  return namedSettings(platforms, name, 'platform', 'spec.values.global.platform');
}
