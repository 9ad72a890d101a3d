import type { ParsedTemplate } from '../parse/parse-templates.ts';
import { errorAt, TemplateError } from '../template-error.ts';
import { TemplateFault } from '../template-fault.ts';
import type { CallContext, GoFunction, GoValue } from '../values/go-value.ts';
import type { Budget } from './budget.ts';

/** What the value of a key is that a map does not have: nothing, the zero value of its elements, or an error. */
export type MissingKey = 'nothing' | 'zero' | 'error';

/** The function of a name; undefined if there is none. */
export type FindFunction = (name: string) => GoFunction | undefined;

/** What all templates of one rendering share. */
export interface Rendering {
  readonly templates: ReadonlyMap<string, ParsedTemplate>;
  readonly functions: FindFunction;
  readonly missingKey: MissingKey;
  readonly budget: Budget;
  readonly context: CallContext;
}

/** A template that is being carried out. */
export interface State {
  readonly rendering: Rendering;
  readonly template: ParsedTemplate;
  /** Innermost last. */
  readonly variables: Variable[];
  output: string;
  /** What is carried out now, for errors. */
  at: number;
}

interface Variable {
  readonly name: string;
  value: GoValue;
}

export const fail = ({ template }: State, at: number, problem: string): TemplateError =>
  errorAt(template.source, at, problem);

/** The error of a template that has been ended; bugs stay as they are. */
export function errorOf(state: State, error: unknown): unknown {
  if (error instanceof TemplateFault) return errorAt(state.template.source, state.at, error.message, error);
  // Calls that are nested too deeply, texts that are too long for the language.
  if (error instanceof RangeError) return fail(state, state.at, 'the template takes too much memory');
  return error;
}

/** Declares a variable. */
export function declare(state: State, name: string, value: GoValue): void {
  state.variables.push({ name, value });
}

/** The innermost variable of a name; undefined if it has not been declared. */
export const findVariable = ({ variables }: State, name: string): Variable | undefined =>
  variables.findLast((each) => each.name === name);
