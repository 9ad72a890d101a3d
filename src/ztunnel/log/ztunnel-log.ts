import { MeshctlError } from '../../errors.ts';
import type { ZtunnelLogLevel } from './levels.ts';

/**
 * Sends a POST to a path of the admin interface of a ztunnel, such as `/logging?level=info`; gives the text of its
 * answer, and throws for a status other than 200.
 */
export type AskZtunnel = (path: string) => Promise<string>;

/**
 * Reads the levels that a ztunnel logs at; it tells them only in answer to a POST, which changes nothing as it names
 * none. Throws `MeshctlError` (environment) for another answer.
 */
export async function readZtunnelLog(ask: AskZtunnel): Promise<readonly ZtunnelLogLevel[]> {
  return levelsIn(await ask('/logging'));
}

/** Sets levels, which are laid over those of now; gives all from then on. */
export async function setZtunnelLog(
  ask: AskZtunnel,
  levels: readonly ZtunnelLogLevel[],
): Promise<readonly ZtunnelLogLevel[]> {
  const text = levels.map(({ logger, level }) => (logger === '*' ? level : `${logger}:${level}`)).join(',');
  return levelsIn(await ask(`/logging?level=${encodeURIComponent(text)}`));
}

/** Goes back to the levels that the ztunnel was started with; gives them. */
export async function resetZtunnelLog(ask: AskZtunnel): Promise<readonly ZtunnelLogLevel[]> {
  return levelsIn(await ask('/logging?reset'));
}

/** `current log level is hickory_server=off,info`; of a logger that is named twice, the last counts. */
function levelsIn(answer: string): readonly ZtunnelLogLevel[] {
  const directives = /current log level is (\S+)/.exec(answer)?.[1];
  if (directives === undefined) {
    throw new MeshctlError('environment', 'the answer of a ztunnel does not tell its levels', {
      reason: answer.trim().slice(0, 300),
      hint: 'check that this is the admin port of a ztunnel: 15000',
    });
  }
  const levels = new Map(
    directives.split(',').map((directive): [string, string] => {
      const at = directive.lastIndexOf('=');
      return at < 0 ? ['*', directive] : [directive.slice(0, at), directive.slice(at + 1)];
    }),
  );
  return [...levels].map(([logger, level]) => ({ logger, level }));
}
