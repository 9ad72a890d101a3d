import { ApiError } from '../api-error.ts';
import type { ApiAnswer } from '../session/send.ts';
import { causesOf, statusOf } from '../session/status-of.ts';
import { textOf } from '../text-of.ts';
import { fieldText } from './field-text.ts';
import { describeKey, type ObjectKey } from './object-key.ts';

/** What is wrong with a field of an object. */
export interface FieldProblem {
  /** `spec.template.spec.containers[0].image`; empty for the object as a whole. */
  readonly field: string;
  readonly problem: string;
}

/** The server refused an object for what it holds. Nothing was written. */
export class InvalidObject extends ApiError {
  readonly object: ObjectKey;
  readonly problems: readonly FieldProblem[];

  constructor(status: number, object: ObjectKey, problems: readonly FieldProblem[]) {
    const unknown = problems.some(({ problem }) => problem === unknownField);
    super(status, `the cluster refuses ${describeKey(object)} for what it holds`, {
      reason: inWords(problems),
      hint: unknown
        ? `correct the name of the field, or bring the definition of ${object.kind} up to date in the cluster`
        : 'correct the object, and apply it again',
    });
    this.name = 'InvalidObject';
    this.object = object;
    this.problems = problems;
  }
}

const unknownField = 'unknown field';

/** So many problems stand in a message. */
const mostTold = 5;

function inWords(problems: readonly FieldProblem[]): string {
  const told = problems
    .slice(0, mostTold)
    .map(({ field, problem }) => (field === '' ? problem : `${field}: ${problem}`));
  const more = problems.length - told.length;
  return told.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

/**
 * What a server finds wrong with an object, which it says in three ways: 422 with a cause for each field; 400 or 422
 * with a list of unknown fields (strict decoding); and, to server-side apply, 500 with a line for each field that does
 * not fit the schema. Such a 500 stays, however often it is asked.
 */
export function problemsIn(answer: ApiAnswer): readonly FieldProblem[] {
  const message = textOf(statusOf(answer)?.message) ?? '';
  const strict = strictProblems(message);
  if (strict.length > 0) return strict;
  if (answer.status === 500) return schemaProblems(message);
  if (answer.status !== 422) return [];
  const causes = causesOf(answer).map(({ field, message: problem }) => ({
    field: fieldText(textOf(field) ?? ''),
    problem: textOf(problem) ?? '',
  }));
  return causes.length > 0 ? causes : [{ field: '', problem: message }];
}

/** https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation */
function strictProblems(message: string): readonly FieldProblem[] {
  const [, list] = message.split('strict decoding error: ');
  return [...(list ?? '').matchAll(/(unknown|duplicate) field "([^"]*)"/g)].map(
    ([, sort = '', field = '']) => ({
      field,
      problem: `${sort} field`,
    }),
  );
}

/** As structured-merge-diff writes them, after "failed to create typed patch object (shop/cart; apps/v1, ...): ". */
function schemaProblems(message: string): readonly FieldProblem[] {
  const [, list] =
    /^failed to create typed patch object \([^)]*\): (?:errors:\s*)?(.*)$/s.exec(message) ?? [];
  const lines = (list ?? '').split('\n').map((line) => line.trim());
  return lines.flatMap((line) => {
    if (line === '') return [];
    const [, field = '', problem = line] = /^(\.(?:[^:[]|\[[^\]]*\])*): (.*)$/.exec(line) ?? [];
    return [
      {
        field: fieldText(field),
        problem: problem === 'field not declared in schema' ? unknownField : problem,
      },
    ];
  });
}
