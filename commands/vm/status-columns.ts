import type { Column } from '../../src/output/index.ts';
import type { VmEntryStatus, VmStatus } from '../../src/vm/status/index.ts';

/** A VM, or a group that has none. */
interface StatusRow {
  readonly namespace: string;
  readonly group: string;
  readonly vm?: VmEntryStatus;
}

/** A row for each VM and for each group without any. */
export function statusRows({ groups, others }: VmStatus): readonly StatusRow[] {
  return [
    ...groups.flatMap(({ namespace, name: group, entries }): readonly StatusRow[] =>
      entries.length === 0 ? [{ namespace, group }] : entries.map((vm) => ({ namespace, group, vm })),
    ),
    ...others.map((vm) => ({ namespace: vm.namespace, group: vm.group, vm })),
  ];
}

export function statusColumns(
  output: 'table' | 'wide',
  { hasDumps }: { readonly hasDumps: boolean },
): readonly Column<StatusRow>[] {
  return [...columns, ...(hasDumps ? ofDumps : []), ...(output === 'wide' ? more : [])];
}

const of =
  (text: (vm: VmEntryStatus) => string | undefined) =>
  ({ vm }: StatusRow): string => {
    const cell = vm === undefined ? '' : text(vm);
    return cell === undefined || cell === '' ? '-' : cell;
  };

const columns: readonly Column<StatusRow>[] = [
  { header: 'NAMESPACE', cell: ({ namespace }) => namespace },
  { header: 'GROUP', cell: ({ group }) => group || '-' },
  { header: 'VM', cell: of(({ name }) => name) },
  { header: 'ADDRESS', cell: of(({ address }) => address) },
  { header: 'HEALTH', cell: of(({ health }) => health) },
  {
    header: 'CONNECTED',
    cell: of(({ connected }) => (connected === undefined ? 'unknown' : connected ? 'yes' : 'no')),
  },
  { header: 'SYNC', cell: of(({ proxy }) => proxy?.sync ?? 'unknown') },
];

/** What only the machine knows. */
const ofDumps: readonly Column<StatusRow>[] = [
  { header: 'CERTIFICATE', cell: of(({ dump }) => dump?.certificate?.validity) },
  { header: 'UNTIL', cell: of(({ dump }) => dump?.certificate?.notAfter) },
  { header: 'CONTROL PLANE', cell: of(({ dump }) => dump?.discovery) },
];

const more: readonly Column<StatusRow>[] = [
  { header: 'SINCE', cell: of(({ since }) => since) },
  { header: 'NETWORK', cell: of(({ network }) => network) },
  { header: 'REGISTERED BY', cell: of(({ registeredBy }) => registeredBy) },
  { header: 'ISTIOD', cell: of(({ istiod }) => istiod?.name) },
  { header: 'REVISION', cell: of(({ istiod }) => istiod?.revision) },
  { header: 'ISTIOD VERSION', cell: of(({ istiod }) => istiod?.version) },
  { header: 'PROXY VERSION', cell: of(({ proxy }) => proxy?.version) },
  { header: 'VERSIONS', cell: of(({ skew }) => skew.verdict) },
  { header: 'SELECTED BY', cell: of(({ services }) => services.join(', ')) },
];
