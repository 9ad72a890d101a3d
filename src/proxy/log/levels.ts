import { closest } from '../../closest.ts';
import { MeshctlError } from '../../errors.ts';

/** How much a logger says, from all to nothing, as Envoy calls it. */
export const logLevels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'] as const;

export type LogLevel = (typeof logLevels)[number];

/** A level for one logger, or for all. */
export interface LevelChange {
  /** Undefined for all. */
  readonly logger: string | undefined;
  readonly level: LogLevel;
}

/**
 * Reads `debug`, `http:debug,rbac=info` and the like; a bare level is for all loggers and comes first. `warn` is
 * `warning`.
 *
 * @throws {MeshctlError} `usage` for what is no level, and for two levels of one logger.
 */
export function parseLevels(text: string): LevelChange[] {
  const changes = text.split(',').map((part) => changeIn(part.trim()));
  const seen = new Set<string | undefined>();
  for (const { logger } of changes) {
    if (seen.has(logger)) throw twice(logger);
    seen.add(logger);
  }
  return changes.sort((a, b) => Number(a.logger !== undefined) - Number(b.logger !== undefined));
}

function changeIn(part: string): LevelChange {
  const cut = /^(.+)[:=]([^:=]*)$/.exec(part);
  if (cut === null) return { logger: undefined, level: levelNamed(part) };
  return { logger: (cut[1] ?? '').trim(), level: levelNamed((cut[2] ?? '').trim()) };
}

function levelNamed(word: string): LogLevel {
  const wanted = word.toLowerCase();
  const level = logLevels.find((known) => known === (wanted === 'warn' ? 'warning' : wanted));
  if (level !== undefined) return level;
  const meant = closest(word, logLevels);
  throw new MeshctlError('usage', word === '' ? 'a level is missing' : `"${word}" is no level of logs`, {
    hint: meant === undefined ? `use one of ${logLevels.join(', ')}` : `did you mean ${meant}?`,
  });
}

function twice(logger: string | undefined): MeshctlError {
  const whose = logger === undefined ? 'for all loggers' : `for the logger ${logger}`;
  return new MeshctlError('usage', `two levels are given ${whose}`, { hint: 'give one' });
}
