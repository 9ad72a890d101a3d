export { parseZtunnelLevels, ztunnelLogLevels, type ZtunnelLogLevel } from './levels.ts';
export { readZtunnelLog, resetZtunnelLog, setZtunnelLog, type AskZtunnel } from './ztunnel-log.ts';
