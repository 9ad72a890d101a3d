import type { Readiness } from '../../kube/apply/index.ts';
import type { VmGroup } from '../group/vm-group.ts';
import type { EntryState } from './entry-state.ts';

/** Which VM is waited for. */
export interface AwaitedVm {
  readonly group: VmGroup;
  /** The address that it registers with, if that was said. */
  readonly address?: string;
  /** Addresses that it may have been registered with before. */
  readonly addresses: readonly string[];
  /** The entries that were there before: those of other VMs, or of an earlier run. */
  readonly before: readonly EntryState[];
}

/** The entry that counts as that of the VM; undefined while there is none. Others of the group are other VMs. */
export function entryOfVm(entries: readonly EntryState[], vm: AwaitedVm): EntryState | undefined {
  const { address, addresses, before, group } = vm;
  const own = entries.filter((entry) => entry.group === group.name);
  if (address !== undefined) return own.find((entry) => entry.address === address);
  const old = new Set(before.map(({ name, connectedAt }) => `${name} ${connectedAt}`));
  const isNew = ({ name, connectedAt }: EntryState): boolean => !old.has(`${name} ${connectedAt}`);
  return own.find(isNew) ?? own.find((entry) => addresses.includes(entry.address));
}

/** Whether the VM is in the mesh; with a probe, also whether it is healthy. */
export function judgeRegistration(entries: readonly EntryState[], vm: AwaitedVm): Readiness {
  const entry = entryOfVm(entries, vm);
  if (entry === undefined) return { ready: false, reason: `${expectedEntry(vm)} is not there` };
  const { name, connected, health, message } = entry;
  const title = `WorkloadEntry ${name}`;
  if (!connected) return { ready: false, reason: `${title} is there, and its VM is not connected` };
  if (vm.group.probe === undefined || health === 'healthy') return { ready: true };
  return {
    ready: false,
    reason:
      health === 'unknown'
        ? `${title} is there, and its health is not reported yet`
        : `${title} is not healthy${message === '' ? '' : `: ${message}`}`,
  };
}

/** By the rule of istiod: `<group>-<ip>[-<network>]`, cut from the left. */
function expectedEntry({ group: { name, namespace, network }, address }: AwaitedVm): string {
  if (address === undefined) return `a new WorkloadEntry of the group ${namespace}/${name}`;
  const full = `${name}-${address.replaceAll(':', '-')}${network === '' ? '' : `-${network}`}`;
  return `WorkloadEntry ${full.slice(-253)}`;
}
