export { logLevels, parseLevels, type LevelChange, type LogLevel } from './levels.ts';
export { initialLogLevels, readLogLevels, setLogLevels, type LoggerLevel } from './proxy-log.ts';
