import { answerOf, type AdminTarget } from '../../../proxy/source/index.ts';
import { MeshctlError } from '../../../errors.ts';
import type { AgentAnswers, AnswerName } from './machine-state.ts';

/**
 * Asks the agent or the Envoy at an address, whichever it is: an Envoy knows itself, an agent its readiness.
 *
 * @throws {MeshctlError} `environment` when nobody answers there, or neither of the two.
 */
export async function askAgent(target: AdminTarget): Promise<AgentAnswers> {
  const [server, ready] = await Promise.all([ask(target, '/server_info'), ask(target, '/healthz/ready')]);
  if (server.status === 200 && /"state"\s*:/.test(server.body)) {
    const [stats, certs] = await Promise.all([ask(target, paths.stats), ask(target, paths.certs)]);
    return { server, stats, certs };
  }
  if (ready.status === 200 || ready.status === 503 || ready.status === 500) return { ready };
  throw new MeshctlError('environment', `neither an Envoy nor its agent answers at ${target.name}`, {
    reason: `it answered ${server.status} to /server_info, and ${ready.status} to /healthz/ready`,
    hint: 'give the admin port of the Envoy (15000), or the port of the agent for its readiness (15021)',
  });
}

const paths: Readonly<Record<Extract<AnswerName, 'stats' | 'certs'>, string>> = {
  stats: '/stats?filter=control_plane',
  certs: '/certs',
};

async function ask(target: AdminTarget, path: string): Promise<{ status: number; body: string }> {
  const { status, body } = await answerOf({ maxBytes: 5_000_000, ...target }, { method: 'GET', path });
  return { status, body: body.toString('utf8') };
}
