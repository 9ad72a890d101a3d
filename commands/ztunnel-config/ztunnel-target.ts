import type { ClusterClient, Pod } from '../../src/kube/index.ts';
import type { AdminRequest, AdminTarget } from '../../src/proxy/source/index.ts';
import type { CommandIo } from '../command-io.ts';
import { podTarget, type PodOptions } from '../pod-options.ts';
import { adminTarget } from '../proxy-config/admin-source.ts';

/** The admin interface of the ztunnel in a pod. */
export function ztunnelIn(io: CommandIo, options: PodOptions, client: ClusterClient, pod: Pod): AdminTarget {
  return { ...podTarget(io, options, client, pod, options.proxyAdminPort), kind: 'ztunnel' };
}

/** The admin interface of a ztunnel at an address. */
export function ztunnelAt(io: CommandIo, options: Parameters<typeof adminTarget>[1]): AdminTarget {
  return { ...adminTarget(io, options), kind: 'ztunnel' };
}

/** Asks it; gives the text of its answer. */
export async function askZtunnel(target: AdminTarget, asked: AdminRequest): Promise<string> {
  const { requestAdmin } = await import('../../src/proxy/source/index.ts');
  return (await requestAdmin(target, asked)).toString('utf8');
}
