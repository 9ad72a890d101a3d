import { MeshctlError } from '../errors.ts';
import type { ConnectOptions } from './connect-options.ts';

/**
 * A signal that ends everything asked of a cluster: when the caller's signal does, with its reason, or when the time
 * is over, with a `MeshctlError`.
 */
export function deadlineOf(server: string, { timeout = 0, signal }: ConnectOptions): AbortSignal {
  const signals = signal ? [signal] : [];
  if (timeout > 0) {
    const controller = new AbortController();
    const end = () => {
      controller.abort(timeIsOver(server, timeout));
    };
    setTimeout(end, Math.min(timeout, longestTimer)).unref();
    signals.push(controller.signal);
  }
  return AbortSignal.any(signals);
}

/** Node takes anything longer for one millisecond. */
const longestTimer = 2 ** 31 - 1;

function timeIsOver(server: string, timeout: number): MeshctlError {
  return new MeshctlError('environment', `${server} did not answer within ${timeout / 1000} s`, {
    hint: 'check that the cluster can be reached from here, or allow more time with --request-timeout',
  });
}
