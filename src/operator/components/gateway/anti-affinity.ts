import { isObject, plainText, type Json, type JsonObject } from '../../../json.ts';
import { present } from '../../present.ts';
import type { Values } from '../../values/values.ts';

/** Keeps pods away from others, by the short form that gateways have for it. */
export function antiAffinity(own: Values): JsonObject {
  const required = own.list('podAntiAffinityLabelSelector').map(term);
  const preferred = own
    .list('podAntiAffinityTermLabelSelector')
    .map((selector) => ({ podAffinityTerm: term(selector), weight: 100 }));
  if (required.length + preferred.length === 0) return {};
  return {
    podAntiAffinity: {
      ...(required.length > 0 && { requiredDuringSchedulingIgnoredDuringExecution: required }),
      ...(preferred.length > 0 && { preferredDuringSchedulingIgnoredDuringExecution: preferred }),
    },
  };
}

/** `values` of several are joined by commas. */
function term(selector: Json): JsonObject {
  const { key, operator, values, topologyKey } = isObject(selector) ? selector : {};
  const wanted = plainText(values);
  const expression = present({ key, operator, values: wanted === '' ? [] : wanted.split(',') });
  return { labelSelector: { matchExpressions: [expression] }, ...present({ topologyKey }) };
}
