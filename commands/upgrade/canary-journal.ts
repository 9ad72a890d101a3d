import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { MeshctlError, messageOf } from '../../src/errors.ts';
import type { JsonObject } from '../../src/json.ts';
import type { StepAction, UpgradeEvent } from '../../src/upgrade/run/index.ts';
import type { CommandIo } from '../command-io.ts';
import { actionText } from './canary-action-text.ts';

/** Writes an event down. */
export type Journal = (event: UpgradeEvent) => Promise<void>;

/**
 * Opens a file for events, one JSON object a line, after what is in it already. What objects hold is no part of it: it
 * may be secret. Without a file nothing is written.
 *
 * @throws {MeshctlError} `environment` when it cannot be written, at once or later.
 */
export async function openJournal(io: CommandIo, file: string | undefined): Promise<Journal> {
  if (file === undefined) return () => Promise.resolve();
  const append = (text: string): Promise<void> =>
    appendFile(path.resolve(io.cwd, file), text, { mode: 0o600 }).catch((error: unknown) => {
      throw new MeshctlError('environment', `the journal ${file} cannot be written`, {
        reason: messageOf(error),
        hint: 'name another file with --journal; `meshctl upgrade status` tells how far the upgrade is',
      });
    });
  await append('');
  return (event) => append(`${JSON.stringify({ time: new Date().toISOString(), ...lineOf(event) })}\n`);
}

function lineOf(event: UpgradeEvent): JsonObject {
  switch (event.type) {
    case 'action':
      return {
        ...{ type: event.type, step: event.step, outcome: event.outcome, action: event.action.type },
        ...{ ...subjectOf(event.action), text: actionText(event.action) },
      };
    case 'ended': {
      const { phase, reason, planHash, plan } = event.state;
      const way = { from: plan.from.revision, to: plan.to.revision };
      return { type: event.type, phase, ...(reason !== undefined && { reason }), planHash, ...way };
    }
    case 'step-failed':
      return { type: event.type, step: event.step, problems: [...event.problems] };
    default:
      return { ...event };
  }
}

/** What is written or waited for. */
function subjectOf(action: StepAction): JsonObject {
  if (action.type === 'write') return { object: { ...action.change.object } };
  if ('object' in action) return { object: { ...action.object } };
  if (!('owner' in action)) return {};
  const { kind, namespace, name } = action.owner;
  return { object: { apiVersion: 'apps/v1', kind, namespace, name } };
}
