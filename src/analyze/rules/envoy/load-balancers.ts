import type { Path } from '../../../path.ts';
import type { KindSpecs } from '../../kinds.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

type Policy = NonNullable<KindSpecs['DestinationRule']['trafficPolicy']>;

/** A place of a DestinationRule that says how requests are spread. */
export interface PlacedLoadBalancer {
  readonly rule: MeshObject<'DestinationRule'>;
  readonly settings: NonNullable<Policy['loadBalancer']>;
  readonly path: Path;
}

/** Every load balancer of every DestinationRule, those of ports and subsets included: `mesh.derive(loadBalancersOf)`. */
export const loadBalancersOf = (mesh: Mesh): readonly PlacedLoadBalancer[] =>
  mesh.of('DestinationRule').flatMap((rule) => {
    const { trafficPolicy, subsets = [] } = rule.spec;
    return [
      ...inPolicy(rule, trafficPolicy, ['spec', 'trafficPolicy']),
      ...subsets.flatMap((subset, index) =>
        inPolicy(rule, subset.trafficPolicy, ['spec', 'subsets', index, 'trafficPolicy']),
      ),
    ];
  });

function inPolicy(
  rule: MeshObject<'DestinationRule'>,
  policy: Policy | undefined,
  path: Path,
): readonly PlacedLoadBalancer[] {
  const { loadBalancer, portLevelSettings = [] } = policy ?? {};
  const places: readonly [Policy['loadBalancer'], Path][] = [
    [loadBalancer, path],
    ...portLevelSettings.map((port, index): [Policy['loadBalancer'], Path] => [
      port.loadBalancer,
      [...path, 'portLevelSettings', index],
    ]),
  ];
  return places.flatMap(([settings, place]) =>
    settings === undefined ? [] : [{ rule, settings, path: [...place, 'loadBalancer'] }],
  );
}
