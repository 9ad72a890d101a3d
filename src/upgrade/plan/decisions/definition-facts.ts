import { kinds } from '../../../api/index.ts';
import { objectIn, plainText, valueIn, type JsonObject } from '../../../json.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import type { UpgradeFact } from '../../upgrade-plan.ts';
import { objectsOfKind } from '../mesh/upgrade-mesh.ts';
import type { Way } from '../mesh/control-planes.ts';
import type { DecisionSources } from './decision-sources.ts';
import { fact, namesIn, orFine } from './fact.ts';

/** Whether the definitions of Istio can be replaced by those of the new version. */
export function definitionFacts({ mesh, way }: DecisionSources): readonly UpgradeFact[] {
  const own = new Set(kinds.map(({ group, kind }) => `${group}/${kind}`));
  const definitions = objectsOfKind(mesh, 'CustomResourceDefinition').filter((object) => {
    const { group, names } = objectIn(object, 'spec');
    const name = plainText(group);
    return name.endsWith('.istio.io') && own.has(`${name}/${plainText(objectIn(names).kind)}`);
  });
  const stale = definitions.filter((object) => storedVersions(object).some((version) => !isServed(version)));
  if (definitions.length === 0) return [];
  return [...staleFacts(stale), ...(way.installed ? [] : [comingFact(definitions, way)])];
}

/** They are shared, and come with the new control plane: the way back does not take them back. */
function comingFact(definitions: readonly JsonObject[], { to }: Way): UpgradeFact {
  const there = new Set(definitions.map((object) => plainText(valueIn(object, 'spec', 'names', 'kind'))));
  const missing = [...new Set(kinds.map(({ kind }) => kind))].filter((kind) => !there.has(kind)).sort();
  const made = missing.length === 0 ? '' : `; kinds that are not there yet: ${namesIn(missing)}`;
  return fact(
    'plan',
    'definitions-stay',
    `definitions become those of ${to.version}, and stay so when the upgrade is taken back${made}`,
    {
      hint: 'the old control plane reads its own fields of them; do not use new ones before the old one is removed',
    },
  );
}

const staleFacts = (stale: readonly JsonObject[]): readonly UpgradeFact[] =>
  orFine(
    stale.map((object) =>
      fact(
        'stop',
        'stored-version',
        `objects of ${keyOf(object).name} are stored as ${namesIn(storedVersions(object))}, of which the new definition has not all`,
        {
          hint: 'write all of its objects once, then take the old version out of status.storedVersions',
          objects: [keyOf(object)],
        },
      ),
    ),
    'definitions',
    'the definitions of Istio can be replaced',
  );

const storedVersions = (definition: JsonObject): readonly string[] => {
  const versions = valueIn(definition, 'status', 'storedVersions');
  return Array.isArray(versions) ? versions.map(plainText) : [];
};

/** All that definitions of Istio have; each has some of them. */
const isServed = (version: string): boolean => ['v1', 'v1beta1', 'v1alpha3', 'v1alpha1'].includes(version);
