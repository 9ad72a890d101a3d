import { asText, valueAt, type Maybe } from '../message/index.ts';
import { chooseScope } from './route-scope.ts';
import type { HttpRequest, Verdict } from './trace.ts';
import { resourceNamed, type Walk } from './walk.ts';

/** A connection manager, where it stands, and the request as it reads it. */
export interface Managed {
  readonly manager: Maybe;
  readonly path: string;
  readonly http: HttpRequest;
}

/** A `RouteConfiguration` and where it stands in the dump. */
export interface FoundRoutes {
  readonly config: Maybe;
  readonly at: string;
}

/** The routes in place, those that are sent under a name (RDS), or those of the scope of a request; else a verdict. */
export function routeConfiguration(walk: Walk, managed: Managed): FoundRoutes | Verdict {
  const { manager, path } = managed;
  const inline = valueAt(manager, 'route_config');
  if (inline !== undefined) return { config: inline, at: `${path}.route_config` };
  const name = valueAt(manager, 'rds', 'route_config_name');
  if (name !== undefined) return sentRoutes(walk, asText(name), `${path}.rds.route_config_name`);
  if (valueAt(manager, 'scoped_routes') !== undefined) return scopedRoutes(walk, managed);
  walk.steps.push({
    stage: 'network filter',
    name: 'routes',
    reason: 'the connection manager has no routes',
  });
  return { kind: 'no-route', status: 404 };
}

function scopedRoutes(walk: Walk, { manager, path, http }: Managed): FoundRoutes | Verdict {
  const scope = chooseScope(walk, { scoped: valueAt(manager, 'scoped_routes'), path, http });
  if ('kind' in scope) return scope;
  const { message, at } = scope;
  const inline = valueAt(message, 'route_configuration');
  if (inline !== undefined) return { config: inline, at: `${at}.route_configuration` };
  const name = asText(valueAt(message, 'route_configuration_name'));
  return sentRoutes(walk, name, `${at}.route_configuration_name`);
}

function sentRoutes(walk: Walk, name: string, path: string): FoundRoutes | Verdict {
  const config = resourceNamed(walk, 'routes', name);
  const reason =
    config === undefined ? 'the dump has no such routes' : 'its routes were sent by this name (RDS)';
  walk.steps.push({
    ...{ stage: 'network filter', name: `routes ${name}`, reason },
    field: { path, value: name },
  });
  if (config !== undefined) return { config, at: `routes[${name}]` };
  if (walk.dump.section('routes') !== undefined) return { kind: 'no-route', status: 404 };
  return { kind: 'unknown', because: ['the dump has no section of routes'], possibilities: [] };
}
