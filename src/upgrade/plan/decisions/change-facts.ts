import { asResources, type DetectInput, type Evidence } from '../../../detect/index.ts';
import { parseVersion } from '../../../releases/index.ts';
import { judgeUpgrade, type JudgedChange, type UpgradeJudgement } from '../../../upgrade-changes/index.ts';
import type { UpgradeFact } from '../../upgrade-plan.ts';
import { settingsOf } from '../mesh/settings-of.ts';
import { objectsOfKind } from '../mesh/upgrade-mesh.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import type { DecisionSources } from './decision-sources.ts';
import { fact, namesIn } from './fact.ts';

/** What behaves differently after the upgrade, of what the mesh has. */
export function changeFacts(sources: DecisionSources): readonly UpgradeFact[] {
  const { from, to } = sources.way;
  const isKnown = parseVersion(from.version) !== undefined && parseVersion(to.version) !== undefined;
  if (!isKnown || from.version === to.version || isOlder(to.version, from.version))
    return filterFacts(sources);
  const judged = judgeUpgrade({ from: from.version, to: to.version, input: inputOf(sources) });
  return [
    ...judged.changes.flatMap(changeFact),
    ...settingFacts(judged),
    ...gateFacts(judged),
    ...summary(judged),
    ...filterFacts(sources),
  ];
}

function isOlder(a: string, b: string): boolean {
  const [first, second] = [parseVersion(a), parseVersion(b)];
  return (
    first !== undefined &&
    second !== undefined &&
    (first.minor - second.minor || first.patch - second.patch) < 0
  );
}

function inputOf({ mesh, way }: DecisionSources): DetectInput {
  const { facts } = mesh;
  const { given } = settingsOf(mesh, way.from.revision);
  const kinds = new Set(
    Array.from(facts.complete, (kind) => kind.replace(/^([^/]*)\/(.*)$/, '$2.$1').replace(/\.$/, '')),
  );
  const names = new Set(Array.from(kinds, (kind) => kind.replace(/\..*/, '')));
  return {
    resources: asResources(facts.objects, 'cluster'),
    complete: (kind) => kinds.has(kind) || names.has(kind),
    istioNamespace: facts.istioNamespace,
    istioVersion: way.from.version,
    ...(Object.keys(given).length > 0 && { operatorSpec: { values: given } }),
    ...(facts.kubernetesVersion !== undefined && { kubernetesVersion: facts.kubernetesVersion }),
  };
}

function changeFact({ change, verdict }: JudgedChange): readonly UpgradeFact[] {
  if (verdict.state !== 'yes') return [];
  const places = verdict.evidence.map(placeOf);
  const where = places.length === 0 ? '' : ` (${namesIn([...new Set(places)])})`;
  return [
    fact(
      change.impact === 'low' || change.kind === 'added' ? 'plan' : 'warn',
      `change/${change.id}`,
      `${change.change}${where}`,
      {
        ...(change.action !== undefined && { hint: change.action }),
        objects: verdict.evidence.slice(0, most).map(({ resource }) => keyOfResource(resource)),
      },
    ),
  ];
}

/** So many objects show what is meant; a mesh may have thousands. */
const most = 50;

const placeOf = ({ resource: { kind, namespace, name } }: Evidence): string =>
  `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;

const keyOfResource = ({ apiVersion, kind, namespace, name }: Evidence['resource']) => ({
  ...{ apiVersion, kind, name },
  ...(namespace !== undefined && { namespace }),
});

const settingFacts = ({ ignoredSettings, compatibility }: UpgradeJudgement): readonly UpgradeFact[] => [
  ...ignoredSettings.map(({ name, removedIn, instead }) =>
    fact('warn', 'removed-setting', `${name} is set, and nobody reads it from ${removedIn} on`, {
      hint: instead === undefined ? 'take it out of the settings' : `use ${instead}`,
    }),
  ),
  ...(compatibility === undefined || compatibility.available
    ? []
    : [
        fact(
          'warn',
          'compatibility-version',
          `compatibilityVersion ${compatibility.wanted} is set, which the new version does not have`,
          { hint: 'take it out, or use one of the new version' },
        ),
      ]),
];

const gateFacts = ({ gates }: UpgradeJudgement): readonly UpgradeFact[] =>
  gates.map(({ kind, bundle, before, min, max }) => {
    const wanted = [
      ...(min === undefined ? [] : [`at least ${min}`]),
      ...(max === undefined ? [] : [`at most ${max}`]),
    ];
    const again = before ? ', as by the old one' : '';
    return fact(
      'warn',
      'gateway-api',
      `${kind} of the Gateway API ${bundle} is ignored by the new version${again}`,
      {
        hint: `install definitions of ${wanted.join(' and ')}`,
      },
    );
  });

function summary({ changes }: UpgradeJudgement): readonly UpgradeFact[] {
  const count = (state: string): number => changes.filter(({ verdict }) => verdict.state === state).length;
  const text = `of ${changes.length} known changes ${count('yes')} concern this mesh, ${count('no')} do not, and ${count('unseen') + count('not-detectable')} cannot be told from objects`;
  return [fact('plan', 'changes', text, { hint: 'read the notes of the release for those' })];
}

/** They patch what Envoy is sent, which may look different in each version. */
function filterFacts({ mesh }: DecisionSources): readonly UpgradeFact[] {
  const filters = objectsOfKind(mesh, 'EnvoyFilter').map(keyOf);
  if (filters.length === 0) return [];
  const names = filters.map(({ namespace = '', name }) => `${namespace}/${name}`);
  return [
    fact('warn', 'envoy-filters', `EnvoyFilters depend on the version of proxies: ${namesIn(names)}`, {
      hint: 'after the first wave, compare proxies of both versions with `meshctl proxy-config diff`',
      objects: filters,
    }),
  ];
}
