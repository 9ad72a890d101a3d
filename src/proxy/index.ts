export type { DumpItem, DumpSection, ItemState, ProxyDump, SectionKind, UpdateFailure } from './dump/dump.ts';
export { readDump, type ReadDumpOptions } from './dump/read-dump.ts';
export type { Shape } from './dump/shape.ts';
export { camelCase } from './message/index.ts';
