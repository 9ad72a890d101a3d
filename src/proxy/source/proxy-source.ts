import { MeshctlError } from '../../errors.ts';
import type { ProxyDump, SectionKind } from '../dump/dump.ts';
import { readDump } from '../dump/read-dump.ts';
import { refusedAnswer } from './admin-error.ts';
import type { AdminRequest, AdminTarget } from './admin-target.ts';
import { answerOf } from './request-admin.ts';

/** Where dumps of one proxy come from. */
export interface ProxySource {
  /** As messages call it. */
  readonly name: string;
  /** Whether each read asks a running proxy anew. */
  readonly live: boolean;
  /** Fetches a dump: the section that is asked for and maybe others, or all that `/config_dump` has. */
  readonly read: (section?: SectionKind) => Promise<ProxyDump>;
}

/**
 * The admin interface of a running Envoy. Only what is asked for is fetched, by GET, which changes nothing.
 *
 * Reading throws MeshctlError (environment) for what is not answered, or not with a dump.
 */
export function adminSource(target: AdminTarget): ProxySource {
  const { name } = target;
  return {
    name,
    live: true,
    read: async (section) => dumpIn(await fetchDump(target, section), name),
  };
}

/** What Envoy answers when it is asked for nothing but a section; see `ConfigDump` of its admin interface. */
const queries: Readonly<Record<SectionKind, string>> = {
  bootstrap: '/config_dump?mask=bootstrap,last_updated',
  clusters: '/config_dump?mask=dynamic_active_clusters,dynamic_warming_clusters,static_clusters',
  listeners: '/config_dump?mask=dynamic_listeners,static_listeners',
  routes: '/config_dump?mask=dynamic_route_configs,static_route_configs',
  scopedRoutes: '/config_dump?mask=dynamic_scoped_route_configs,inline_scoped_route_configs',
  endpoints: '/config_dump?include_eds=true&mask=dynamic_endpoint_configs,static_endpoint_configs',
  secrets: '/config_dump?mask=dynamic_active_secrets,dynamic_warming_secrets,static_secrets',
  ecds: '/config_dump?mask=ecds_filters',
  clusterStatuses: '/clusters?format=json',
};

async function fetchDump(target: AdminTarget, section: SectionKind | undefined): Promise<Buffer> {
  const path = section === undefined ? '/config_dump?include_eds=true' : queries[section];
  const asked: AdminRequest = { method: 'GET', path };
  const answer = await answerOf(target, asked);
  if (answer.status === 200) return answer.body;
  if (answer.status === 400 && isUnappliedMask(answer.body)) return Buffer.from('{"configs": []}');
  throw refusedAnswer(target, asked, answer);
}

/** Envoy refuses a mask for a section that it does not have at all. */
const isUnappliedMask = (body: Buffer): boolean =>
  body.toString('utf8', 0, 200).includes('could not be successfully applied to any configs');

/** A dump that cannot be read is the fault of who sent it, not of an input that the user could mend. */
function dumpIn(bytes: Buffer, name: string): ProxyDump {
  try {
    return readDump(bytes, { name });
  } catch (error) {
    if (!(error instanceof MeshctlError)) throw error;
    throw new MeshctlError('environment', `the proxy at ${name} does not answer with a dump`, {
      reason: error.reason === undefined ? error.message : `${error.message}: ${error.reason}`,
      hint: 'check that this is the admin port of an Envoy: 15000 in proxies of Istio',
      cause: error,
    });
  }
}
