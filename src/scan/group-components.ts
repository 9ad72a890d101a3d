import { groupBy } from '../group-by.ts';
import { given } from '../given.ts';
import { parseVersion, skewOf, supportOf, type IstioVersion, type Skew } from '../releases/index.ts';
import type { ComponentGroup } from './component-group.ts';
import type { ComponentInstance } from './inventory/component-instance.ts';

/** Puts instances of the same build together, in the order of the inventory, and judges age and skew of each. */
export function groupComponents(
  inventory: readonly ComponentInstance[],
  now: Date,
): readonly ComponentGroup[] {
  const istiods = inventory.filter(({ component }) => component === 'istiod');
  return [...groupBy(inventory, idOf)].map(([id, instances]) => groupOf(id, instances, istiods, now));
}

function idOf({ component, version, line, image, digest, vendorSuffix }: ComponentInstance): string {
  const build = version ?? line ?? digest ?? image ?? 'of unknown version';
  return [component, vendorSuffix === undefined ? build : `${build}-${vendorSuffix}`].join(' ');
}

function groupOf(
  id: string,
  instances: readonly ComponentInstance[],
  istiods: readonly ComponentInstance[],
  now: Date,
): ComponentGroup {
  const [first] = instances;
  if (first === undefined) throw new Error(`${id} has no instances`);
  const { component, version, line, origin, vendorSuffix } = first;
  const parsed = parsedVersion(first);
  const skew = parsed && worstSkew(parsed, instances, istiods);
  return {
    ...{ id, component },
    ...given({ version, line, vendorSuffix, skew }),
    ...{ origin, instances },
    pods: instances.reduce((sum, { pods }) => sum + pods, 0),
    ...(parsed !== undefined && origin !== 'vendor' && { support: supportOf(parsed, now) }),
  };
}

const parsedVersion = ({ version, line }: ComponentInstance): IstioVersion | undefined =>
  parseVersion(version ?? (line === undefined ? '' : `${line}.0`));

function worstSkew(
  proxy: IstioVersion,
  instances: readonly ComponentInstance[],
  istiods: readonly ComponentInstance[],
): Skew | undefined {
  const [first] = instances;
  if (first?.version === undefined || first.component === 'istiod') return undefined;
  const revisions = new Set(instances.map(({ revision }) => revision));
  const skews = [...revisions].flatMap((revision) => {
    const controlPlane = controlPlaneOf(revision, istiods);
    return (controlPlane && skewOf({ controlPlane, proxy })) ?? [];
  });
  return skews.find(({ level }) => level === 'error') ?? skews[0];
}

/** That of the revision; the only one where the revision is not known, or nobody has it, as behind tags. */
function controlPlaneOf(
  revision: string | undefined,
  istiods: readonly ComponentInstance[],
): IstioVersion | undefined {
  const own = istiods.filter((one) => (one.revision ?? 'default') === (revision ?? 'default'));
  const versions = (own.length > 0 ? own : istiods).map(({ version }) => version);
  const [first] = versions;
  return first === undefined || versions.some((version) => version !== first)
    ? undefined
    : parseVersion(first);
}
