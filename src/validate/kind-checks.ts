import {
  checkMeshConfig,
  checkMeshNetworks,
  checkObject,
  findKind,
  schemaOf,
  splitApiVersion,
} from '../api/index.ts';
import type { Resource } from '../resources/index.ts';
import type { KindChecks } from './check-resource.ts';
import type { Check } from './rule.ts';

/** The semantic rules of each kind, loaded when a resource of the kind turns up. */
const checks: Readonly<Record<string, () => Promise<Check<never>>>> = {};

/** All checks of the kind and version of a resource; undefined when meshctl has none. */
export async function loadChecks({ apiVersion, kind }: Resource): Promise<KindChecks | undefined> {
  const { group, version } = splitApiVersion(apiVersion);
  const name = `${group}/${kind}`;
  const [definition, check] = await Promise.all([findKind(group, kind)?.load(), checks[name]?.()]);
  const rules = check === undefined ? {} : { check };
  if (definition !== undefined) {
    return {
      ...rules,
      structure: (object, { channel }) => {
        const schema = schemaOf(definition, version, channel);
        return schema === undefined ? undefined : checkObject(definition, schema, object);
      },
    };
  }
  const structure = configs[name];
  if (structure !== undefined) return { ...rules, structure };
  return check === undefined ? undefined : rules;
}

/** What is no Kubernetes object but read by Istio all the same. */
const configs: Readonly<Record<string, NonNullable<KindChecks['structure']>>> = {
  '/MeshConfig': checkMeshConfig,
  '/MeshNetworks': checkMeshNetworks,
};
