import type { EnvoyField, EnvoyMessage } from '../../api/envoy/index.ts';
import { pushTo } from '../../group-by.ts';
import type { Json, JsonObject } from '../../json.ts';
import { formatPath, type Path } from '../../path.ts';
import type { Reading } from './reading.ts';
import { absenceFault, valueFault } from './value-fault.ts';
import { alternatives, envoyConstraint, noTypedConfig } from './value-rules.ts';

/** Warns where Istio would accept a message that it or Envoy then cannot use as it stands. */
export function checkConstraints(
  message: EnvoyMessage,
  object: JsonObject,
  given: ReadonlyMap<EnvoyField, string>,
  path: Path,
  reading: Reading,
): void {
  checkTypedConfig(message, object, given, path, reading);
  if (reading.use === 'none') return;
  checkAlternatives(given, path, reading);
  for (const field of message.fields) {
    if (field.rules === undefined) continue;
    const key = given.get(field);
    if (key === undefined) checkAbsence(field, path, reading);
    else checkPresence(field, key, object[key] ?? null, path, reading);
  }
}

function checkTypedConfig(
  message: EnvoyMessage,
  object: JsonObject,
  given: ReadonlyMap<EnvoyField, string>,
  path: Path,
  { report, direct, use }: Reading,
): void {
  const field = message.byKey.get('typed_config');
  if (field === undefined || given.has(field)) return;
  const discovery = message.byKey.get('config_discovery');
  if (discovery !== undefined && given.has(discovery)) return;
  const place = [...path, field.name];
  const { name } = object;
  if (direct) report(noTypedConfig, place, { name: typeof name === 'string' ? name : '' });
  else if (use === 'whole' && foundByType.has(message.name) && !isOptional(object))
    report(envoyConstraint, place, { field: field.name, fault: 'is required' });
}

/** An HTTP filter that may be unknown to Envoy. */
const isOptional = (object: JsonObject): boolean => object.is_optional === true || object.isOptional === true;

/** Extensions that Envoy finds by the type of their configuration alone. */
const foundByType = new Set([
  'envoy.config.accesslog.v3.AccessLog',
  'envoy.config.core.v3.TransportSocket',
  'envoy.config.listener.v3.Filter',
  'envoy.config.listener.v3.ListenerFilter',
  'envoy.config.metrics.v3.StatsSink',
  'envoy.config.overload.v3.ResourceMonitor',
  'envoy.config.route.v3.RetryPolicy.RetryHostPredicate',
  'envoy.config.trace.v3.Tracing.Http',
  'envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter',
]);

function checkAlternatives(given: ReadonlyMap<EnvoyField, string>, path: Path, { report }: Reading): void {
  const groups = new Map<string, string[]>();
  for (const [{ oneof }, key] of given) {
    if (oneof !== undefined) pushTo(groups, oneof, key);
  }
  for (const fields of groups.values()) {
    const second = fields[1];
    if (second !== undefined) report(alternatives, path, { fields }, [...path, second]);
  }
}

function checkAbsence(field: EnvoyField, path: Path, { report, use, direct }: Reading): void {
  if (use !== 'whole' || field.oneof !== undefined) return;
  // Reported by Istio already.
  if (direct && field.name === 'typed_config') return;
  const fault = absenceFault(field);
  if (fault !== undefined) report(envoyConstraint, [...path, field.name], { field: field.name, fault });
}

function checkPresence(field: EnvoyField, key: string, value: Json, path: Path, reading: Reading): void {
  const found = valueFault(field, value, reading.use === 'overlay');
  if (found === undefined) return;
  const at = [key, ...found.at];
  reading.report(envoyConstraint, [...path, ...at], { field: formatPath(at), fault: found.fault });
}
