import { objectIn, objectsIn, plainText } from '../../../json.ts';
import { identityIn, type Variables } from '../bundle-variables.ts';
import { parsedJson } from '../parsed-json.ts';
import { machineFinding, type MachineFinding } from './machine-finding.ts';
import type { AgentAnswers, HttpAnswer } from './machine-state.ts';

/** Checks by their answers that agent and Envoy work, and that configuration and certificate have come. */
export function checkAgent(answers: AgentAnswers, variables: Variables, now: Date): MachineFinding[] {
  const { ready, server, stats, certs } = answers;
  const ofAgent = ready === undefined ? [] : readyFindings(ready);
  if (server === undefined || (server.status === 0 && ready?.status === 0)) return ofAgent;
  return [
    ...ofAgent,
    ...serverFindings(server),
    ...(stats?.status === 200 ? connectionFindings(stats) : []),
    ...(certs?.status === 200 ? certificateFindings(certs, variables, now) : []),
  ];
}

function readyFindings({ status, body }: HttpAnswer): MachineFinding[] {
  if (status === 200) return [];
  if (status === 0)
    return [machineFinding('agent-silent', 'agent', 'the agent does not answer at port 15021')];
  const said = body.trim().split('\n')[0]?.slice(0, 200) ?? '';
  const message = `the agent is not ready (${status}${said === '' ? '' : `: ${said}`})`;
  return [machineFinding('agent-not-ready', 'agent', message)];
}

function serverFindings({ status, body }: HttpAnswer): MachineFinding[] {
  const state = plainText(objectIn(parsedJson(body)).state);
  if (status !== 200 || state === '')
    return [machineFinding('envoy-silent', 'envoy', 'Envoy does not answer at its admin port')];
  return state === 'LIVE' ? [] : [machineFinding('envoy-state', 'envoy', `Envoy is ${state}, not LIVE`)];
}

/** Envoy has its configuration through the agent, which ends the connection when it has none to istiod. */
const connectionFindings = ({ body }: HttpAnswer): MachineFinding[] =>
  /^control_plane\.connected_state: 0$/m.test(body)
    ? [machineFinding('envoy-disconnected', 'envoy', 'Envoy is not connected to istiod')]
    : [];

/** Roots have no certificate chain in this answer. */
function certificateFindings({ body }: HttpAnswer, variables: Variables, now: Date): MachineFinding[] {
  const chains = objectsIn(parsedJson(body), 'certificates').flatMap((one) => objectsIn(one, 'cert_chain'));
  const say = (message: string): MachineFinding[] => [machineFinding('envoy-certificate', 'envoy', message)];
  const own = chains.find((one) => urisOf(one).some((uri) => uri.startsWith('spiffe://')));
  if (own === undefined) return say('Envoy has no certificate of a workload');
  const expires = plainText(own.expiration_time);
  if (Date.parse(expires) <= now.getTime())
    return say(`the certificate that Envoy has expired at ${expires}`);
  const { namespace, serviceAccount } = identityIn(variables);
  const wanted = `/ns/${namespace ?? ''}/sa/${serviceAccount ?? ''}`;
  if (namespace === undefined || serviceAccount === undefined) return [];
  return urisOf(own).some((uri) => uri.endsWith(wanted))
    ? []
    : say(`the certificate that Envoy has is of ${urisOf(own).join(', ')}, and cluster.env says ${wanted}`);
}

const urisOf = (certificate: Parameters<typeof objectsIn>[0]): readonly string[] =>
  objectsIn(certificate, 'subject_alt_names').map(({ uri }) => plainText(uri));
