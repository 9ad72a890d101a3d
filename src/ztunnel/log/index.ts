export { parseZtunnelLevels, ztunnelLogLevels, type ZtunnelLogLevel } from './levels.ts';
export { readZtunnelLog, resetZtunnelLog, setZtunnelLog } from './ztunnel-log.ts';
