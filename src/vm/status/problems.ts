import { objectIn, plainText } from '../../json.ts';
import type { VmEntryStatus } from './entry-status.ts';
import { certificateProblems } from './certificate-problems.ts';
import type { Found, VmProblem } from './vm-problem.ts';
import type { VmSnapshot } from './vm-snapshot.ts';
import type { VmGroupStatus } from './group-status.ts';

/** What is wrong with a group by itself. */
export function groupProblems(group: VmGroupStatus): readonly VmProblem[] {
  const { namespace, name, entries, services } = group;
  const about = { namespace, kind: 'WorkloadGroup', name } as const;
  if (entries.length > 0) return [];
  return [
    {
      ...about,
      code: 'group-without-vms',
      message: `no VM is registered with ${namespace}/${name}`,
      hint: 'bring one with `meshctl vm onboard`; one that runs tells in its log why it does not come',
    },
    ...(services.length > 0
      ? []
      : [
          {
            ...about,
            code: 'not-selected' as const,
            message: `no Service or ServiceEntry selects the labels of ${namespace}/${name}`,
            hint: 'nothing in the mesh can call such VMs by a name: make a Service with these labels as its selector',
          },
        ]),
  ];
}

/** What is wrong with a VM. */
export function entryProblems(
  entry: VmEntryStatus,
  snapshot: VmSnapshot,
  { missingGroup }: { readonly missingGroup: boolean },
): readonly VmProblem[] {
  const { namespace, name } = entry;
  const found: readonly (Found | undefined)[] = [
    missingGroup && entry.group !== '' ? groupMissing(entry) : undefined,
    ...addressProblems(entry, snapshot),
    entry.connected === false ? disconnected(entry) : undefined,
    istiodGone(entry, snapshot),
    entry.health === 'unhealthy' ? unhealthy(entry) : undefined,
    entry.services.length === 0 ? notSelected : undefined,
    entry.proxy?.sync === 'behind' ? behind(entry.proxy.behind) : undefined,
    ...certificateProblems(entry),
    entry.skew.verdict === 'skewed' ? skewed(entry.skew.reasons) : undefined,
  ];
  return found
    .filter((one) => one !== undefined)
    .map(({ code, message, hint }) => ({
      ...{ code, namespace, kind: 'WorkloadEntry', name },
      ...{ message: `${namespace}/${name}: ${message}`, hint },
    }));
}

const groupMissing = ({ group }: VmEntryStatus): Found => ({
  code: 'group-missing',
  message: `it is of the group ${group}, which is not there`,
  hint: 'apply the WorkloadGroup again, or delete the entry with `meshctl vm revoke`',
});

function addressProblems(
  { address, network, namespace, name }: VmEntryStatus,
  { objects }: VmSnapshot,
): Found[] {
  if (address === '' && network === '')
    return [{ code: 'address-missing', message: 'it has no address', hint: 'set spec.address' }];
  const others = objects.filter((object) => {
    const [metadata, spec] = [objectIn(object, 'metadata'), objectIn(object, 'spec')];
    const isSelf = (plainText(metadata.namespace) || 'default') === namespace && metadata.name === name;
    const isThere = spec.address === address && plainText(spec.network) === network;
    return object.kind === 'WorkloadEntry' && isThere && !isSelf;
  });
  if (address === '' || others.length === 0) return [];
  const who = others.length === 1 ? 'another entry has' : `${others.length} other entries have`;
  return [
    {
      code: 'address-shared',
      message: `${who} its address ${address} in the same network`,
      hint: 'give VMs behind address translation their external address, or networks of their own',
    },
  ];
}

const disconnected = ({ since = '' }: VmEntryStatus): Found => ({
  code: 'disconnected',
  message: `its agent is not connected since ${since}`,
  hint: 'see to its agent: after 24 hours its certificate has ended, and it needs `meshctl vm renew`',
});

function istiodGone({ connected, istiod }: VmEntryStatus, { istiods }: VmSnapshot): Found | undefined {
  if (istiods === undefined || connected !== true || istiod === undefined) return undefined;
  if (istiod.revision !== undefined) return undefined;
  return {
    code: 'istiod-gone',
    message: `it says that it is connected to ${istiod.name}, which does not run`,
    hint: 'the entry may be left over: another istiod removes it when the VM does not come back',
  };
}

const unhealthy = ({ healthMessage }: VmEntryStatus): Found => ({
  code: 'unhealthy',
  message: `its probe fails${healthMessage === '' ? '' : `: ${healthMessage}`}`,
  hint: 'see to the application on the VM, and to the probe of its group',
});

const notSelected: Found = {
  code: 'not-selected',
  message: 'no Service or ServiceEntry selects it',
  hint: 'nothing in the mesh can call it by a name: make a Service with its labels as the selector',
};

const behind = (types: readonly string[]): Found => ({
  code: 'behind',
  message: `it has not taken what istiod sent: ${types.join(', ')}`,
  hint: '`meshctl proxy-status` tells more',
});

const skewed = (reasons: readonly string[]): Found => ({
  code: 'version-skew',
  message: reasons.join('; '),
  hint: 'install the package istio-sidecar in the version of the control plane',
});
