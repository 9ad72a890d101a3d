import type { BundleFileName, CertificateFileName } from '../../bundle/vm-bundle.ts';
import type { MachineState } from './machine-state.ts';

/** Where the files of a bundle are on a machine. */
export function machineFiles({
  certificates,
}: Pick<MachineState, 'certificates'>): Readonly<Record<BundleFileName | CertificateFileName, string>> {
  return {
    'cluster.env': '/var/lib/istio/envoy/cluster.env',
    hosts: '/etc/hosts',
    'istio-token': '/var/run/secrets/tokens/istio-token',
    'mesh.yaml': '/etc/istio/config/mesh',
    'root-cert.pem': '/etc/certs/root-cert.pem',
    'cert-chain.pem': `${certificates}/cert-chain.pem`,
    'key.pem': `${certificates}/key.pem`,
  };
}

/** Settings of the administrator: the start script reads them before cluster.env. */
export const sidecarEnv = '/var/lib/istio/envoy/sidecar.env';
