import { objectIn, plainText } from '../src/json.ts';
import type { UninstallTarget } from '../src/install/uninstall/index.ts';
import type { CommandIo } from './command-io.ts';
import { readSpec } from './spec-options.ts';
import { UsageError } from './usage-error.ts';

/** What the flags of `uninstall` say about what to remove. */
export interface TargetOptions {
  readonly revision?: string;
  readonly filename: readonly string[];
  readonly set: readonly string[];
  readonly purge: boolean;
  readonly manifests?: string;
  readonly istioNamespace: string;
}

/**
 * What is to be removed. A spec stands for its own revision, never for all that its namespace has.
 *
 * @throws {UsageError} when nothing is selected, or all and a part of it at once.
 */
export async function targetOf(io: CommandIo, options: TargetOptions): Promise<UninstallTarget> {
  const { revision, filename, set, purge } = options;
  const selects = revision !== undefined || filename.length > 0 || set.length > 0;
  if (purge && selects) {
    throw new UsageError('--purge removes every revision, and another flag selects one', {
      hint: 'give --purge alone, or leave it out',
    });
  }
  if (purge) return { type: 'purge' };
  if (!selects) {
    throw new UsageError('it is not said what to remove', {
      hint: 'name a revision with --revision, a spec with -f, or give --purge for everything',
    });
  }
  return fromSpec(io, options);
}

async function fromSpec(io: CommandIo, options: TargetOptions): Promise<UninstallTarget> {
  const { revision, filename, istioNamespace } = options;
  const spec = await readSpec(io, { ...options, force: true, strict: false });
  const { merged, asked } = spec;
  const named =
    plainText(objectIn(merged, 'spec', 'values').revision) || plainText(objectIn(merged, 'spec').revision);
  const namespaced = filename.length > 0 || objectIn(asked, 'metadata').namespace !== undefined;
  return {
    type: 'revision',
    revision: (revision ?? named) || 'default',
    namespace: namespaced ? spec.namespace : istioNamespace,
    ...(spec.name !== '' && { owner: spec.name }),
  };
}
