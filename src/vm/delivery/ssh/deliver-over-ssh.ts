import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DeliveredBundle } from '../delivered-bundle.ts';
import { deliveryArchive } from './delivery-archive.ts';
import type { DeliveryEvent, SshDeliveryOptions } from './delivery-event.ts';
import { mark } from './remote-program.ts';
import { sshArguments } from './ssh-arguments.ts';
import { sshFailure, type DeliveryStage } from './ssh-failure.ts';
import { cannotStart, startSsh } from './start-ssh.ts';

/**
 * Copies a bundle to a machine and installs it there, with the user's own ssh client, agent and settings; host keys
 * must be known. Files travel on standard input into a folder that only the user there can read, and which is removed
 * however it ends; arguments and messages hold no secret.
 *
 * @throws {MeshctlError} `usage` for a wrong target; `environment` for each way in which it can fail (docs/vm-delivery.md).
 * @throws the reason of the signal, when that ends it.
 */
export async function* deliverOverSsh(
  bundle: DeliveredBundle,
  options: SshDeliveryOptions,
): AsyncGenerator<DeliveryEvent, void, undefined> {
  const { target, signal, env } = options;
  const sent = sshArguments(options);
  signal?.throwIfAborted();
  const { child, ended } = startSsh(sent, env);
  const stop = (): void => void child.kill();
  signal?.addEventListener('abort', stop);
  try {
    const course = yield* follow(child, bundle, options);
    const { code, err, error } = await ended;
    signal?.throwIfAborted();
    if (error !== undefined) throw cannotStart(error);
    if (course.scriptCode === 0)
      yield { type: 'installed', changed: course.lastLine?.startsWith('done: nothing to do') !== true };
    else throw sshFailure({ target, code, err, ...course });
  } finally {
    signal?.removeEventListener('abort', stop);
    child.kill();
  }
}

interface Course {
  readonly stage: DeliveryStage;
  readonly scriptCode?: number;
  readonly lastLine?: string;
}

/** What is said before the program there is ready comes from the login shell, and is nobody's business. */
async function* follow(
  child: ChildProcessWithoutNullStreams,
  bundle: DeliveredBundle,
  { target, install }: SshDeliveryOptions,
): AsyncGenerator<DeliveryEvent, Course, undefined> {
  let stage: DeliveryStage = 'connecting';
  let said: { readonly lastLine?: string } = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const reached = endOfStage[stage].exec(line);
    if (reached !== null && stage === 'installing') {
      child.stdout.resume();
      return { stage, scriptCode: Number(reached[1]), ...said };
    }
    if (reached !== null) {
      yield stage === 'connecting' ? { type: 'connected', target } : { type: 'copied' };
      if (stage === 'connecting') send(child, bundle, install);
      stage = stage === 'connecting' ? 'copying' : 'installing';
    } else if (stage === 'installing') {
      said = { lastLine: line };
      yield { type: 'said', line };
    }
  }
  return { stage, ...said };
}

const endOfStage: Readonly<Record<DeliveryStage, RegExp>> = {
  connecting: new RegExp(`^${mark} ready$`),
  copying: new RegExp(`^${mark} copied$`),
  installing: new RegExp(`^${mark} ended (\\d+)$`),
};

/** That it breaks off is seen by how ssh ends. */
function send(
  child: ChildProcessWithoutNullStreams,
  bundle: DeliveredBundle,
  install: SshDeliveryOptions['install'],
): void {
  pipeline(Readable.from(deliveryArchive(bundle, install)), child.stdin).catch(() => undefined);
}
