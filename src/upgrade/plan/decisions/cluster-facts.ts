import { minorRelease, parseVersion } from '../../../releases/index.ts';
import { labelOf } from '../../../label-of.ts';
import { label } from '../../../label.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import type { UpgradeFact } from '../../upgrade-plan.ts';
import type { DecisionSources } from './decision-sources.ts';
import { fact, namesIn, orFine } from './fact.ts';

/** Whether the cluster is fit for the new version, and one may do there what the plan does. */
export const clusterFacts = (sources: DecisionSources): readonly UpgradeFact[] => [
  ...kubernetesFacts(sources),
  ...accessFacts(sources),
  ...labelledFacts(sources),
  ...(sources.mesh.facts.missing.length === 0
    ? []
    : [
        fact(
          'warn',
          'unread',
          `some of the cluster could not be read: ${sources.mesh.facts.missing.join('; ')}`,
        ),
      ]),
];

function kubernetesFacts({ mesh, way }: DecisionSources): readonly UpgradeFact[] {
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(mesh.facts.kubernetesVersion ?? '') ?? [];
  const to = parseVersion(way.to.version);
  const release = to && minorRelease(`${to.major}.${to.minor}`);
  if (major === undefined || minor === undefined || release === undefined) return [];
  const { supportedMin, supportedMax, refusedBelow } = release.kubernetes;
  const is = `${major}.${minor}`;
  const range = `${release.minor} is made for Kubernetes ${supportedMin} to ${supportedMax}`;
  if (minorOf(is) < minorOf(refusedBelow))
    return [
      fact('stop', 'kubernetes-version', `${range}, and refuses to run on ${is}`, {
        hint: 'upgrade Kubernetes first',
      }),
    ];
  if (minorOf(is) < minorOf(supportedMin) || minorOf(is) > minorOf(supportedMax))
    return [fact('warn', 'kubernetes-version', `${range}; this cluster has ${is}`)];
  return [fact('fine', 'kubernetes-version', `${range}; this cluster has ${is}`)];
}

const minorOf = (version: string): number => Number(version.split('.')[1]);

function accessFacts({ mesh }: DecisionSources): readonly UpgradeFact[] {
  const { access } = mesh.facts;
  if (access === undefined) return [];
  const denied = access.filter(({ allowed }) => !allowed);
  return orFine(
    denied.map(({ attributes: { verb, resource, subresource }, reason }) => {
      const what = subresource === undefined ? resource : `${resource}/${subresource}`;
      return fact(
        'stop',
        'permission',
        `you may not ${verb} ${what}${reason === undefined ? '' : `: ${reason}`}`,
        {
          hint: 'ask for a role that allows it, or carry the plan out as somebody else',
        },
      );
    }),
    'permissions',
    'you may do what the plan does',
  );
}

/** Other control planes do not read them. */
function labelledFacts({ mesh, way }: DecisionSources): readonly UpgradeFact[] {
  const tags = new Set(
    mesh.report.tags.filter(({ revision }) => revision === way.from.revision).map(({ name }) => name),
  );
  const labelled = mesh.facts.objects.filter((object) => {
    const { apiVersion, kind } = keyOf(object);
    const revision = labelOf(object, label.revision);
    const isConfiguration = apiVersion.includes('.istio.io/') || (isRoute(apiVersion) && kind !== 'Gateway');
    return isConfiguration && (revision === way.from.revision || tags.has(revision));
  });
  if (labelled.length === 0)
    return [fact('fine', 'labelled-configuration', 'no configuration is for one control plane alone')];
  const keys = labelled.map(keyOf);
  const names = keys.map(({ kind, namespace = '', name }) => `${kind} ${namespace}/${name}`);
  return [
    fact(
      'warn',
      'labelled-configuration',
      `only ${way.from.revision} reads these, by their label ${label.revision}: ${namesIn(names)}`,
      {
        hint: `take the label off, or add a copy for ${way.to.revision} before the first wave`,
        objects: keys,
      },
    ),
  ];
}

const isRoute = (apiVersion: string): boolean => apiVersion.startsWith('gateway.networking.k8s.io/');
