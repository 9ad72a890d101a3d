import type { ClusterChange } from '../../changes/index.ts';
import type { JsonObject } from '../../json.ts';
import { labelOf } from '../../label-of.ts';
import { label } from '../../label.ts';
import { keyOf, idOf, idOfObject } from '../../kube/apply/index.ts';
import { pathName } from './object-facts.ts';
import { isMadeBy, podUse, type Removal } from './pod-use.ts';
import { revisionsIn, tagTargets } from './tag-targets.ts';
import type { RevisionUser, UninstallTarget } from './uninstall-plan.ts';
import type { UninstallState } from './uninstall-state.ts';

/** Who depends on what is to be deleted, and is not deleted itself. */
export function usersOf(
  state: UninstallState,
  target: UninstallTarget,
  deletions: readonly ClusterChange[],
): readonly RevisionUser[] {
  if (deletions.length === 0) return [];
  const removal = removalOf(state, target, deletions);
  const pods = state.pods.flatMap((pod) => {
    const reason = podUse(pod, removal);
    return reason === undefined ? [] : [{ type: 'pod' as const, name: pathName(pod), reason }];
  });
  if (target.type === 'purge') return [...pods, ...proxyUsers(state, removal, pods)];
  return [
    ...namespaceUsers(state, removal),
    ...pods,
    ...proxyUsers(state, removal, pods),
    ...tagUsers(state, removal),
    ...otherRevisions(state, removal),
  ];
}

function removalOf(
  state: UninstallState,
  target: UninstallTarget,
  deletions: readonly ClusterChange[],
): Removal {
  const gone = new Set(deletions.map(({ object }) => idOf(object)));
  const workloads = deletions.flatMap(({ object, live }) =>
    live && (object.kind === 'Deployment' || object.kind === 'DaemonSet') ? [live] : [],
  );
  const planes = deletions.flatMap(({ live, group }) =>
    live && group === 'Pilot' ? labelOf(live, label.revision) : [],
  );
  const revisions = target.type === 'purge' ? planes : [target.revision];
  return { gone, workloads, revisions: new Set(revisions), tags: tagTargets(state) };
}

function namespaceUsers({ namespaces }: UninstallState, removal: Removal): readonly RevisionUser[] {
  return namespaces.flatMap((namespace) => {
    const reason = namespaceUse(namespace, removal);
    return reason === undefined ? [] : [{ type: 'namespace' as const, name: keyOf(namespace).name, reason }];
  });
}

/** `istio-injection` beats `istio.io/rev`. */
function namespaceUse(namespace: JsonObject, { revisions, tags, workloads }: Removal): string | undefined {
  const injection = labelOf(namespace, label.injection);
  const revision = labelOf(namespace, label.revision);
  const asked = injection === 'enabled' ? 'default' : injection === '' ? revision : '';
  if (asked !== '' && revisions.has(tags.get(asked) ?? asked)) {
    const text = injection === 'enabled' ? 'istio-injection=enabled' : `istio.io/rev=${revision}`;
    return `has the label ${text}: its new pods would not start, or start without a proxy`;
  }
  const ambient = labelOf(namespace, label.dataplaneMode) === 'ambient';
  return ambient && workloads.some(isZtunnel)
    ? 'has the label istio.io/dataplane-mode=ambient: ztunnel carries its traffic'
    : undefined;
}

const isZtunnel = (workload: JsonObject): boolean => labelOf(workload, label.component) === 'Ztunnel';

/** Those without a pod, such as of virtual machines, and those whose pod does not tell its revision. */
function proxyUsers(
  { proxies = [], pods }: UninstallState,
  { workloads }: Removal,
  users: readonly RevisionUser[],
): readonly RevisionUser[] {
  const counted = new Set(users.map(({ name }) => name));
  const own = new Set(
    pods.filter((pod) => workloads.some((workload) => isMadeBy(workload, pod))).map((pod) => pathName(pod)),
  );
  return [...new Set(proxies)].flatMap((proxy) => {
    const name = proxy.replace(/^([^.]*)\.(.*)$/, '$2/$1');
    if (counted.has(name) || own.has(name)) return [];
    return [{ type: 'proxy' as const, name, reason: 'is connected to its istiod' }];
  });
}

function tagUsers(
  { injectors, tagServices, validators }: UninstallState,
  { gone, revisions }: Removal,
): readonly RevisionUser[] {
  const follows = (object: JsonObject): boolean =>
    revisions.has(labelOf(object, label.revision)) && !gone.has(idOfObject(object));
  const tags = [...injectors, ...tagServices].filter(
    (object) => labelOf(object, label.tag) !== '' && follows(object),
  );
  const names = new Set(tags.map((object) => labelOf(object, label.tag)));
  const validator = validators.find(
    (object) => keyOf(object).name === 'istiod-default-validator' && follows(object),
  );
  return [
    ...[...names].map((name) => ({ type: 'tag' as const, name, reason: 'stands for it' })),
    ...(validator === undefined || names.has('default')
      ? []
      : [
          {
            type: 'validator' as const,
            name: keyOf(validator).name,
            reason: 'asks it whether configuration is valid',
          },
        ]),
  ];
}

/** What the revisions that stay would lose: the default, and what there is one of for all of them. */
function otherRevisions(state: UninstallState, removal: Removal): readonly RevisionUser[] {
  const { revisions, tags, workloads, gone } = removal;
  const others = [...revisionsIn(state)].filter((revision) => !revisions.has(revision));
  const [first] = others;
  if (first === undefined) return [];
  const target = tags.get('default');
  const losesDefault =
    target !== undefined &&
    revisions.has(target) &&
    !state.injectors.some(
      (object) => labelOf(object, label.tag) === 'default' && !gone.has(idOfObject(object)),
    );
  const agents = workloads.filter((workload) =>
    ['Cni', 'Ztunnel'].includes(labelOf(workload, label.component)),
  );
  return [
    ...(losesDefault
      ? [
          {
            type: 'tag' as const,
            name: 'default',
            reason: `stands for it: nothing would inject or validate by default; \`meshctl tag set default --revision ${first} --overwrite\` moves it`,
          },
        ]
      : []),
    ...agents.map((agent) => ({
      type: 'revision' as const,
      name: first,
      reason: `needs the ${keyOf(agent).kind} ${pathName(agent)}, which would go too`,
    })),
  ];
}
