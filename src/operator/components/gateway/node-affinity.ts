import { plainText, type Json, type JsonObject } from '../../../json.ts';
import { present } from '../../present.ts';
import type { GatewayParts } from './gateway-parts.ts';

/** On which nodes a gateway may run, and on which it would rather: by labels, and by weights of processor types. */
export function nodeAffinity({ own, values }: GatewayParts): JsonObject {
  const wanted = Object.entries(values.map('global.arch')).filter(([, weight]) => Number(weight) > 0);
  const labels = own.is('nodeSelector') ? own.map('nodeSelector') : values.map('global.defaultNodeSelector');
  const matchExpressions = [
    ...(wanted.length > 0
      ? [
          isIn(
            archLabel,
            wanted.map(([name]) => name),
          ),
        ]
      : []),
    ...Object.entries(labels).map(([key, value]) => isIn(key, [plainText(value)])),
  ];
  return present({
    requiredDuringSchedulingIgnoredDuringExecution:
      matchExpressions.length > 0 ? { nodeSelectorTerms: [{ matchExpressions }] } : {},
    preferredDuringSchedulingIgnoredDuringExecution: wanted.map(([name, weight]) => ({
      weight: Number(weight),
      preference: { matchExpressions: [isIn(archLabel, [name])] },
    })),
  });
}

const archLabel = 'kubernetes.io/arch';

const isIn = (key: string, values: readonly Json[]): JsonObject => ({
  key,
  operator: 'In',
  values: [...values],
});
