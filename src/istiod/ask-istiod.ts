import { MeshctlError } from '../errors.ts';
import type { ClusterClient, Pod } from '../kube/index.ts';
import { answerOf, refusedAnswer, type AdminAnswer, type AdminTarget } from '../proxy/source/index.ts';
import type { IstiodOptions } from './find-istiods.ts';

/** Where istiod serves what it monitors, and what helps to debug it. */
const monitoringPort = 15_014;

/**
 * Asks one istiod with a GET, through a connection to its pod. Undefined when it has nothing at that path (404).
 *
 * @throws {MeshctlError} `environment` when it cannot be reached, is too slow, or refuses.
 */
export async function askIstiod(
  client: ClusterClient,
  pod: Pod,
  path: string,
  { timeout = 10_000, signal }: IstiodOptions,
): Promise<string | undefined> {
  const target: AdminTarget = {
    kind: 'istiod',
    name: `${pod.name}.${pod.namespace}`,
    address: `http://127.0.0.1:${monitoringPort}`,
    connect: (ends) => client.forward(pod, monitoringPort, ends),
    timeout,
    ...(signal && { signal }),
  };
  const asked = { method: 'GET', path } as const;
  const answer = await answerOf(target, asked);
  if (answer.status === 200) return answer.body.toString('utf8');
  if (answer.status === 404) return undefined;
  throw isRefusal(answer) ? notForYou(target, answer) : refusedAnswer(target, asked, answer);
}

const isRefusal = ({ status }: AdminAnswer): boolean => status === 401 || status === 403;

/** Through a tunnel, istiod takes callers for local ones, whom it answers; where it does not, a token is needed. */
function notForYou({ name }: AdminTarget, { status }: AdminAnswer): MeshctlError {
  return new MeshctlError(
    'environment',
    `the istiod at ${name} answers its debug endpoints not to everybody`,
    {
      reason: `it wants to know who asks, and answered ${status} (ENABLE_DEBUG_ENDPOINT_AUTH)`,
      hint: 'ask it over xDS: --xds-address with --token-file, a token of a service account in its namespace',
    },
  );
}
