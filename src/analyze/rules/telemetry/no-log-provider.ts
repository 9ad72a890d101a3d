import { knowsMeshConfig } from '../../knows-mesh-config.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { hasTarget } from './several-without-selector.ts';

/** Access logging without a provider goes to the default providers of the mesh, and the mesh may have none. */
export const noLogProvider = defineRule<{ name: string; namespace: string }>({
  slug: 'telemetry/no-log-provider',
  code: 'IST0157',
  severity: 'warning',
  summary: 'Access logging names a provider, or the mesh has default ones.',
  hint: 'Name a provider (`envoy` writes to the standard output), or set `defaultProviders.accessLogging` in the mesh config.',
  kinds: ['Telemetry'],
  onePerObject: true,
  message: () =>
    'access logs are asked for, but no provider is named and the mesh has no default one: nothing is logged',
  check(mesh, report) {
    const { accessLogging = [] } = mesh.meshConfig.spec.defaultProviders ?? {};
    if (accessLogging.length > 0) return;
    for (const telemetry of mesh.of('Telemetry')) {
      const { name, namespace } = telemetry;
      if (!mesh.settings.compat && inherits(mesh, namespace)) continue;
      for (const index of withoutProvider(telemetry)) {
        const unsure = { severity: 'info', group: namespace, hint: unknownConfig } as const;
        const path = ['spec', 'accessLogging', index];
        report(telemetry, path, { name, namespace }, knowsMeshConfig(mesh) ? {} : unsure);
      }
    }
  },
});

const withoutProvider = ({ spec }: MeshObject<'Telemetry'>): number[] =>
  (spec.accessLogging ?? []).flatMap(({ disabled, providers = [] }, index) =>
    disabled === true || providers.length > 0 ? [] : [index],
  );

const unknownConfig =
  'The input holds no mesh config, which may name default providers; give it with --mesh-config, or name a provider.';

/** Providers are inherited from the Telemetry of the namespace and of the root namespace. */
const inherits = (mesh: Mesh, namespace: string): boolean => {
  const named = mesh.derive(namespacesWithProviders);
  return named.has(namespace) || named.has(mesh.rootNamespace);
};

const namespacesWithProviders = (mesh: Mesh): ReadonlySet<string> =>
  new Set(
    mesh
      .of('Telemetry')
      .filter((telemetry) => isForNamespace(telemetry) && namesProvider(telemetry))
      .map(({ namespace }) => namespace),
  );

const isForNamespace = (telemetry: MeshObject<'Telemetry'>): boolean =>
  Object.keys(telemetry.spec.selector?.matchLabels ?? {}).length === 0 && !hasTarget(telemetry);

const namesProvider = ({ spec }: MeshObject<'Telemetry'>): boolean =>
  (spec.accessLogging ?? []).some(({ providers = [] }) => providers.length > 0);
