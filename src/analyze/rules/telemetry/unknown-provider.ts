import { closest } from '../../../closest.ts';
import { knowsMeshConfig } from '../../knows-mesh-config.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import type { Path } from '../../../path.ts';
import { defineRule } from '../../rule.ts';

/** A provider that the mesh config does not define is passed over without a word. */
export const unknownProvider = defineRule<{ provider: string; known: string[] }>({
  slug: 'telemetry/unknown-provider',
  code: 'MSH0130',
  severity: 'error',
  summary: 'The providers that a Telemetry names are defined in the mesh config.',
  kinds: ['Telemetry'],
  message: ({ provider }) => `the mesh config defines no provider ${JSON.stringify(provider)}`,
  check(mesh, report) {
    const known = mesh.derive(knownProviders);
    for (const telemetry of mesh.of('Telemetry')) {
      for (const { provider, path } of providersOf(telemetry)) {
        if (provider === '' || known.includes(provider)) continue;
        const meant = closest(provider, known);
        const hint =
          meant === undefined
            ? `Define it under \`extensionProviders\` of the mesh config; there are ${known.join(', ')}.`
            : `Did you mean ${meant}?`;
        report(
          telemetry,
          path,
          { provider, known: [...known] },
          knowsMeshConfig(mesh) ? { hint } : { severity: 'info', group: provider, hint: unknownConfig },
        );
      }
    }
  },
});

const unknownConfig =
  'The input holds no mesh config, which may define the provider; give it with --mesh-config to be sure.';

/** Those that every mesh config has unless it defines others of the same name, and those of the mesh. */
const knownProviders = (mesh: Mesh): readonly string[] => [
  ...['prometheus', 'stackdriver', 'envoy'],
  ...(mesh.meshConfig.spec.extensionProviders ?? []).flatMap(({ name }) => name ?? []),
];

interface Named {
  readonly provider: string;
  readonly path: Path;
}

function providersOf({ spec }: MeshObject<'Telemetry'>): Named[] {
  return (['tracing', 'metrics', 'accessLogging'] as const).flatMap((part) =>
    (spec[part] ?? []).flatMap(({ providers = [] }, index) =>
      providers.map(({ name = '' }, at) => ({
        provider: name,
        path: ['spec', part, index, 'providers', at, 'name'],
      })),
    ),
  );
}
