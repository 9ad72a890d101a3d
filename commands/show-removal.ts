import type { InstallEvent } from '../src/install/uninstall/index.ts';
import { titleOf } from '../src/operator/diff/index.ts';
import { printable } from '../src/output/index.ts';
import type { CommandIo } from './command-io.ts';

/** What else goes is gone in a moment. */
const workloads: ReadonlySet<string> = new Set(['Deployment', 'DaemonSet', 'CustomResourceDefinition']);

/** Says on standard error what goes, line by line. */
export async function showRemoval(
  io: Pick<CommandIo, 'note' | 'detail'>,
  events: AsyncIterable<InstallEvent>,
  total: number,
): Promise<void> {
  let count = 0;
  for await (const event of events) {
    if (event.type === 'applied') {
      count++;
      io.detail(`deleted ${titleOf(event.change.object)}`);
    } else if (event.type === 'waiting') {
      const say = workloads.has(event.stage) ? io.note : io.detail;
      for (const { object, reason } of event.waiting)
        say(printable(`waiting for ${object.kind} ${object.name} to go: ${reason}`));
    } else if (event.type === 'failed') {
      io.note(`${count} of ${total} objects were deleted; the others are in place`);
    }
  }
  io.note(count === 1 ? 'removed 1 object' : `removed ${count} objects`);
}
