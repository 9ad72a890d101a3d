export { configuredLogLevels } from './configured-levels.ts';
export { logLevels, parseLevels, type LevelChange } from './levels.ts';
export { initialLogLevels, readLogLevels, setLogLevels, type LoggerLevel } from './proxy-log.ts';
