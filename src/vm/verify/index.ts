export { askAgent } from './machine/ask-agent.ts';
export { checkAgent as verifyAgent } from './machine/check-agent.ts';
export type { MachineFinding } from './machine/machine-finding.ts';
export type { AgentAnswers, MachineState } from './machine/machine-state.ts';
export { readMachine } from './machine/read-machine.ts';
export { summarizeAgent } from './machine/summarize-agent.ts';
export { verifyMachine } from './machine/verify-machine.ts';
