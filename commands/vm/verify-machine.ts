import type { AgentAnswers, MachineFinding, MachineState } from '../../src/vm/verify/index.ts';
import { given } from '../../src/given.ts';
import type { VerifyOptions } from '../../src/vm/index.ts';
import type { CommandIo } from '../command-io.ts';
import { millisecondsOf } from '../request-timeout.ts';
import type { VerifyReport } from './verify-report.ts';

/** How a machine and its proxy are reached. */
export interface MachineOptions {
  readonly ssh?: string;
  readonly sshPort?: number;
  readonly sshOption: readonly string[];
  readonly admin: readonly string[];
  readonly requestTimeout: string;
}

/** Reads and judges a machine over ssh, or what answers at addresses, or both. */
export async function verifyMachineReport(
  io: CommandIo,
  options: MachineOptions,
  verify: VerifyOptions,
): Promise<VerifyReport> {
  const { verifyAgent, verifyMachine, summarizeAgent } = await import('../../src/vm/verify/index.ts');
  const { ssh, admin } = options;
  const state = await machineOf(io, options);
  const asked = await answersOf(io, options);
  const whole = state && { ...state, answers: { ...state.answers, ...asked } };
  const findings: readonly MachineFinding[] = whole
    ? verifyMachine(whole, verify)
    : verifyAgent(asked, undefined, verify.now);
  return {
    kind: 'VmMachineReport',
    fine: whole ? 'the machine is fine' : 'agent and Envoy are fine',
    about: { machine: ssh ?? admin.join(', ') },
    more: {
      ...(state && given({ clockAhead: state.clockAhead, version: state.version || undefined })),
      agent: summarizeAgent(whole?.answers ?? asked),
    },
    findings,
  };
}

async function machineOf(
  io: CommandIo,
  { ssh, sshPort, sshOption }: MachineOptions,
): Promise<MachineState | undefined> {
  if (ssh === undefined) return undefined;
  const { readMachine } = await import('../../src/vm/verify/index.ts');
  return readMachine({
    ...{ target: ssh, sshOptions: sshOption, interactive: io.tty.stdin, env: { ...io.env } },
    ...{ signal: io.interrupt(), ...given({ port: sshPort }) },
  });
}

async function answersOf(io: CommandIo, { admin, requestTimeout }: MachineOptions): Promise<AgentAnswers> {
  const { askAgent } = await import('../../src/vm/verify/index.ts');
  const timeout = millisecondsOf(requestTimeout);
  const answers = await Promise.all(
    admin.map((address) => askAgent({ name: address, address, timeout, signal: io.interrupt() })),
  );
  return Object.assign({}, ...answers) as AgentAnswers;
}
