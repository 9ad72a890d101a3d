import type { Json } from '../../json.ts';
import type { Path } from '../../path.ts';
import type { Report } from '../rule.ts';
import { checkMessage } from './message-value.ts';

/**
 * Checks the value of a patch: that Istio can read it as the message that `applyTo` stands for, and that Envoy would
 * take the result as far as the value alone tells. Returns false for an `applyTo` that stands for no message.
 */
export function checkPatchValue(
  applyTo: string | number,
  operation: string | number,
  value: Json,
  path: Path,
  report: Report,
): boolean {
  const type = messages[applyTo];
  if (type === undefined) return false;
  checkMessage(type, value, path, { report, use: useOf(applyTo, operation), direct: true, reader: 'istio' });
  return true;
}

const messages: Readonly<Record<string, string>> = {
  LISTENER: 'envoy.config.listener.v3.Listener',
  FILTER_CHAIN: 'envoy.config.listener.v3.FilterChain',
  NETWORK_FILTER: 'envoy.config.listener.v3.Filter',
  HTTP_FILTER: 'envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter',
  ROUTE_CONFIGURATION: 'envoy.config.route.v3.RouteConfiguration',
  VIRTUAL_HOST: 'envoy.config.route.v3.VirtualHost',
  HTTP_ROUTE: 'envoy.config.route.v3.Route',
  CLUSTER: 'envoy.config.cluster.v3.Cluster',
  EXTENSION_CONFIG: 'envoy.config.core.v3.TypedExtensionConfig',
  BOOTSTRAP: 'envoy.config.bootstrap.v3.Bootstrap',
  LISTENER_FILTER: 'envoy.config.listener.v3.ListenerFilter',
};

const whole = new Set(['ADD', 'INSERT_BEFORE', 'INSERT_AFTER', 'INSERT_FIRST', 'REPLACE']);
/** Objects that Istio makes itself, so that a patch can only change them. */
const onlyChanged = new Set(['ROUTE_CONFIGURATION', 'BOOTSTRAP']);

function useOf(applyTo: string | number, operation: string | number): 'whole' | 'overlay' | 'none' {
  const name = String(operation);
  if (name.startsWith('MERGE')) return 'overlay';
  return whole.has(name) && !onlyChanged.has(String(applyTo)) ? 'whole' : 'none';
}
