import { closest } from '../../closest.ts';
import { MeshctlError } from '../../errors.ts';

/** How much a logger of a ztunnel says, from all to nothing. */
export const ztunnelLogLevels = ['trace', 'debug', 'info', 'warn', 'error', 'off'] as const;

/** A level of one logger, or of all that have none of their own. */
export interface ZtunnelLogLevel {
  /** A module of ztunnel such as `ztunnel::proxy`; `*` for all others. */
  readonly logger: string;
  readonly level: string;
}

/**
 * Reads `debug`, `ztunnel::proxy:debug,info` and the like; `warning` is `warn`. A bare level comes first.
 *
 * @throws {MeshctlError} `usage` for what is no level.
 */
export function parseZtunnelLevels(text: string): readonly ZtunnelLogLevel[] {
  const levels = text.split(',').map((part) => levelIn(part.trim()));
  return levels.sort((a, b) => Number(a.logger !== '*') - Number(b.logger !== '*'));
}

/** The names of modules have colons themselves. */
function levelIn(part: string): ZtunnelLogLevel {
  const [, logger, level = part] = /^(.+?)[:=]([^:=]*)$/.exec(part) ?? [];
  return { logger: logger?.trim() ?? '*', level: levelNamed(level.trim()) };
}

function levelNamed(word: string): string {
  const wanted = word.toLowerCase() === 'warning' ? 'warn' : word.toLowerCase();
  const level = ztunnelLogLevels.find((known) => known === wanted);
  if (level !== undefined) return level;
  const meant = closest(word, ztunnelLogLevels);
  throw new MeshctlError('usage', word === '' ? 'a level is missing' : `"${word}" is no level of logs`, {
    hint: meant === undefined ? `use one of ${ztunnelLogLevels.join(', ')}` : `did you mean ${meant}?`,
  });
}
