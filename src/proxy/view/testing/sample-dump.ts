import type { Json, JsonObject } from '../../../resources/index.ts';
import { readDump } from '../../dump/read-dump.ts';
import type { ProxyDump } from '../../dump/dump.ts';

const type = (name: string): { '@type': string } => ({ '@type': `type.googleapis.com/envoy.${name}` });
const socket = (address: string, port: number): JsonObject => ({
  socket_address: { address, port_value: port },
});

/** What a sample dump is made of; all names of it are given. */
export interface Sample {
  /** Stands in every name and text. */
  readonly word?: string;
  readonly endpoints?: readonly { readonly address: string; readonly health: string }[];
  /** Of `/clusters`, besides the endpoints. */
  readonly statuses?: Json[];
}

/**
 * A listener whose one chain leads to a route configuration, of which a route leads to the cluster `web` and another one
 * to a cluster that is not there.
 */
export function sampleText({ word = '', endpoints = [healthy], statuses }: Sample = {}): string {
  const web = `web${word}`;
  const routes = [
    { match: { prefix: `/${word}` }, route: { cluster: web } },
    { match: { path: '/lost' }, route: { cluster: `lost${word}` } },
  ];
  const chain = {
    name: `chain${word}`,
    filters: [{ name: 'http', typed_config: { rds: { route_config_name: `all${word}` } } }],
  };
  const listener = { name: `in${word}`, address: socket(`10.0.0.1${word}`, 80), filter_chains: [chain] };
  const lb = endpoints.map(({ address, health }) => ({
    endpoint: { address: socket(address + word, 8080), hostname: `host${word}` },
    health_status: health,
  }));
  const configs: JsonObject[] = [
    section('Clusters', 'dynamic_active_clusters', [
      {
        cluster: { name: web, type: 'EDS', common_http_protocol_options: { client_secret: 'hunter2' } },
        error_state: { details: `refused${word} at https://me:hunter2@host/` },
      },
    ]),
    section('Listeners', 'dynamic_listeners', [{ name: `in${word}`, active_state: { listener } }]),
    section('Routes', 'dynamic_route_configs', [
      {
        route_config: {
          name: `all${word}`,
          virtual_hosts: [{ name: `host${word}`, domains: [`*${word}`], routes }],
        },
      },
    ]),
    section('Endpoints', 'dynamic_endpoint_configs', [
      { endpoint_config: { cluster_name: web, endpoints: [{ lb_endpoints: lb }] } },
    ]),
  ];
  if (statuses)
    configs.push({
      ...type('admin.v3.Clusters'),
      cluster_statuses: [{ name: web, host_statuses: statuses }],
    });
  return JSON.stringify({ configs });
}

export function sampleDump(sample?: Sample): ProxyDump {
  return readDump(sampleText(sample), { name: 'sample.json' });
}

const healthy = { address: '10.1.0.1', health: 'HEALTHY' };

const section = (name: string, field: string, items: Json[]): JsonObject => ({
  ...type(`admin.v3.${name}ConfigDump`),
  [field]: items,
});
