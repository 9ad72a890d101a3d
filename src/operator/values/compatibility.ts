import type { Json, JsonObject } from '../../json.ts';
import { mergeValues } from '../spec/index.ts';
import { namedSettings } from './value-profiles.ts';

const off = (...names: readonly string[]): JsonObject => ({
  pilot: { env: Object.fromEntries(names.map((name) => [name, 'false'])) },
});

/** What keeping the behaviour of a version takes besides what its successor takes; newest first. */
const steps: readonly (readonly [string, JsonObject])[] = [
  ['1.30', off('PILOT_ENABLE_STRICT_GATEWAY_MERGING', 'PILOT_AUTO_SEND_UNHEALTHY_ENDPOINTS')],
  ['1.29', off('PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE')],
  [
    '1.28',
    {
      ...off('DISABLE_TRACK_REMAINING_CB_METRICS'),
      cni: { ambient: { reconcileIptablesOnStartup: false } },
    },
  ],
  ['1.27', off('DISABLE_SHADOW_HOST_SUFFIX')],
  ['1.26', off('ENABLE_NATIVE_SIDECARS')],
  ['1.25', { ambient: { shareHostNetworkNamespace: true } }],
];

/** Versions to which the spans of gateways belong; the two between them were left out upstream. */
const gatewaySpans = new Set(['1.30', '1.27', '1.26', '1.25']);

const versions: Readonly<Record<string, JsonObject>> = Object.fromEntries(
  steps.map(([version], index) => {
    const shared = steps.slice(0, index + 1).reduce<JsonObject>((all, [, own]) => mergeValues(all, own), {});
    const spans = gatewaySpans.has(version) ? off('PILOT_SPAWN_UPSTREAM_SPAN_FOR_GATEWAY') : {};
    return [version, mergeValues(shared, spans)];
  }),
);

/** The settings that `compatibilityVersion` stands for. */
export function compatibilitySettings(name: Json | undefined): JsonObject {
  return namedSettings(versions, name, 'compatibility version', 'spec.compatibilityVersion');
}
