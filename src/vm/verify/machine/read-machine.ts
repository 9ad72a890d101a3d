import { createInterface } from 'node:readline';
import { MeshctlError } from '../../../errors.ts';
import type { SshDeliveryOptions } from '../../delivery/ssh/delivery-event.ts';
import { sudoSteps } from '../../delivery/ssh/remote-program.ts';
import { sshArguments } from '../../delivery/ssh/ssh-arguments.ts';
import { sshFailure } from '../../delivery/ssh/ssh-failure.ts';
import { cannotStart, startSsh } from '../../delivery/ssh/start-ssh.ts';
import type { MachineState } from './machine-state.ts';
import { parseSurvey } from './parse-survey.ts';
import { surveyMark, surveyScript } from './survey-script.ts';

/**
 * Reads the state of a machine with the user's own ssh client, agent and settings; host keys must be known. Nothing is
 * written there, and neither the signature of the token nor a key leaves the machine.
 *
 * @throws {MeshctlError} `usage` for a wrong target; `environment` for a machine that cannot be reached or read.
 * @throws the reason of the signal, when that ends it.
 */
export async function readMachine(options: Omit<SshDeliveryOptions, 'install'>): Promise<MachineState> {
  const { target, signal, env, sudo } = options;
  const sent = sshArguments(options, program(sudo));
  signal?.throwIfAborted();
  const { child, ended } = startSsh(sent, env);
  const stop = (): void => void child.kill();
  signal?.addEventListener('abort', stop);
  try {
    child.stdin.end(surveyScript);
    let clock = new Date();
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('clock ')) clock = new Date();
      lines.push(line);
    }
    const { code, err, error } = await ended;
    signal?.throwIfAborted();
    if (error !== undefined) throw cannotStart(error);
    const state = parseSurvey(lines, clock);
    if (state !== undefined) return state;
    if (lines.includes(`${surveyMark} begin`)) throw cutOff(target, err);
    throw sshFailure({ target, stage: 'connecting', code, err });
  } finally {
    signal?.removeEventListener('abort', stop);
    child.kill();
  }
}

/** One line without single quotes, so that any login shell hands it on to sh. */
const program = (sudo: boolean | undefined): string =>
  `exec sh -c '${['as=', ...(sudo === false ? [] : sudoSteps(sudo === true)), 'exec $as sh -s'].join('; ')}'`;

function cutOff(target: string, err: string): MeshctlError {
  const reason = err.trim().split('\n').at(-1) ?? '';
  return new MeshctlError('environment', `the connection to ${target} was cut while the machine was read`, {
    ...(reason !== '' && { reason }),
    hint: 'run the same command again',
  });
}
