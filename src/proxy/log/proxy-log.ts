import { closest } from '../../closest.ts';
import { MeshctlError } from '../../errors.ts';
import type { JsonObject } from '../../resources/index.ts';
import { asObject, asText } from '../message/index.ts';
import { requestAdmin } from '../source/request-admin.ts';
import type { AdminTarget } from '../source/admin-target.ts';
import { parseLevels, type LevelChange } from './levels.ts';

/** A logger of a proxy. */
export interface LoggerLevel {
  readonly logger: string;
  /** As Envoy calls it. */
  readonly level: string;
}

/**
 * Reads the levels of all loggers. Envoy lists them only in answer to a POST, which changes nothing as it names none.
 *
 * @throws {MeshctlError} `environment` when the proxy does not answer with them.
 */
export async function readLogLevels(target: AdminTarget): Promise<LoggerLevel[]> {
  return levelsIn(await requestAdmin(target, { method: 'POST', path: '/logging' }), target);
}

/**
 * Sets levels, after all loggers have been found to exist; gives the levels of all loggers from then on.
 *
 * @throws {MeshctlError} `usage` for a logger that the proxy does not have; nothing is changed then.
 */
export async function setLogLevels(
  target: AdminTarget,
  changes: readonly LevelChange[],
): Promise<LoggerLevel[]> {
  const known = (await readLogLevels(target)).map(({ logger }) => logger);
  for (const { logger } of changes) {
    if (logger !== undefined && !known.includes(logger)) throw unknownLogger(logger, known, target);
  }
  for (const change of changes) await requestAdmin(target, { method: 'POST', path: pathOf(change) });
  return readLogLevels(target);
}

/** The levels that a proxy was started with, by its command line: `warning` where it does not tell. */
export async function initialLogLevels(target: AdminTarget): Promise<LevelChange[]> {
  const body = await requestAdmin(target, { method: 'GET', path: '/server_info' });
  const options = asObject(serverInfo(body, target).command_line_options);
  const components = asText(options.component_log_level).split(',');
  return [asText(options.log_level) || 'warning', ...components.filter((text) => text !== '')].flatMap(
    parseLevels,
  );
}

function serverInfo(body: Buffer, { name }: AdminTarget): JsonObject {
  try {
    return asObject(JSON.parse(body.toString('utf8')) as JsonObject);
  } catch (cause) {
    throw new MeshctlError('environment', `the proxy at ${name} does not tell how it was started`, { cause });
  }
}

const pathOf = ({ logger, level }: LevelChange): string =>
  `/logging?${encodeURIComponent(logger ?? 'level')}=${level}`;

/** `active loggers:` and a line `  name: level` for each. */
function levelsIn(body: Buffer, { name }: AdminTarget): LoggerLevel[] {
  const levels = [...body.toString('utf8').matchAll(/^ +(\S+): (\w+)$/gm)].map(
    ([, logger = '', level = '']) => ({
      logger,
      level,
    }),
  );
  if (levels.length > 0) return levels;
  throw new MeshctlError('environment', `the proxy at ${name} lists no loggers`, {
    hint: 'check that this is the admin port of an Envoy: 15000 in proxies of Istio',
  });
}

function unknownLogger(logger: string, known: readonly string[], { name }: AdminTarget): MeshctlError {
  const meant = closest(logger, known);
  return new MeshctlError('usage', `the proxy at ${name} has no logger "${logger}"`, {
    hint: meant === undefined ? '`meshctl proxy-config log` lists them' : `did you mean ${meant}?`,
  });
}
