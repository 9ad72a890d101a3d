import { isObject } from '../../json.ts';
import type { ClusterWriter } from '../../kube/apply/index.ts';
import type { VmGroup } from '../group/vm-group.ts';
import { entryState, type EntryState } from './entry-state.ts';

/** The WorkloadEntries of a group that are there now. */
export async function entriesOf(
  { client }: Pick<ClusterWriter, 'client'>,
  { namespace, name }: VmGroup,
): Promise<readonly EntryState[]> {
  const path = `/apis/networking.istio.io/v1/namespaces/${encodeURIComponent(namespace)}/workloadentries`;
  const { items } = await client.get(path);
  return (Array.isArray(items) ? items : [])
    .filter(isObject)
    .map(entryState)
    .filter(({ group }) => group === name);
}
