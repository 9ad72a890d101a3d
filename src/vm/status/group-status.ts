import type { GroupSummary } from '../group/summarize-groups.ts';
import type { VmEntryStatus } from './entry-status.ts';

/** How the VMs of a WorkloadGroup are. */
export interface VmGroupStatus extends Omit<GroupSummary, 'entries'> {
  /** What selects machines with the labels of the group, as `Kind name`. */
  readonly services: readonly string[];
  readonly entries: readonly VmEntryStatus[];
}
