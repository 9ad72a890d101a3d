export { startSandbox, type Sandbox, type SandboxOptions } from './start-sandbox.ts';
export type { Fault, FaultFor, SandboxRequest } from './http/fault.ts';
export type { PodPlace } from './cluster.ts';
export { exampleObjects } from './example/example-objects.ts';
