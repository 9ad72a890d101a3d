import { compareText } from '../../compare-text.ts';
import { ApiError } from '../api-error.ts';
import type { ApiAnswer } from '../session/send.ts';
import { causesOf } from '../session/status-of.ts';
import { textOf } from '../text-of.ts';
import { fieldText } from './field-text.ts';
import { describeKey, type ObjectKey } from './object-key.ts';

/** A field that would change, and who manages it. */
export interface FieldConflict {
  /** As in managed fields: `spec.template.spec.containers[name="discovery"].image`. */
  readonly field: string;
  readonly manager: string;
  /** What it was written through, such as `scale`. */
  readonly subresource?: string;
}

/** An object was not applied, because others manage fields that would change. Nothing was written. */
export class ApplyConflict extends ApiError {
  readonly object: ObjectKey;
  readonly conflicts: readonly FieldConflict[];

  constructor(object: ObjectKey, conflicts: readonly FieldConflict[]) {
    super(409, `cannot apply ${describeKey(object)}: others manage fields that would change`, {
      reason: conflicts.map(conflictText).join('; '),
      hint: 'take the fields over with --force-conflicts, or leave them as they are in the cluster',
    });
    this.name = 'ApplyConflict';
    this.object = object;
    this.conflicts = conflicts;
  }
}

/**
 * The conflicts in an answer to server-side apply, in the order of their fields; none in another 409. The manager is
 * only in words there: `conflict with "kubectl" with subresource "scale" using apps/v1`, as
 * k8s.io/apimachinery/pkg/util/managedfields/internal/conflict.go writes it.
 */
export function conflictsIn(answer: ApiAnswer): readonly FieldConflict[] {
  return causesOf(answer)
    .filter(({ reason }) => reason === 'FieldManagerConflict')
    .map(({ field, message }) => {
      const [, manager = '""', subresource] = words.exec(textOf(message) ?? '') ?? [];
      return {
        field: fieldText(textOf(field) ?? ''),
        manager: unquoted(manager),
        ...(subresource !== undefined && { subresource: unquoted(subresource) }),
      };
    })
    .sort((a, b) => compareText(a.field, b.field));
}

const words = /^conflict with ("(?:[^"\\]|\\.)*")(?: with subresource ("(?:[^"\\]|\\.)*"))?/;

/** Go quotes nearly as JSON does. */
function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

function conflictText({ field, manager, subresource }: FieldConflict): string {
  return `${field} is managed by "${manager}"${subresource === undefined ? '' : ` through ${subresource}`}`;
}
