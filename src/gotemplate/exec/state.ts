import type { ParsedTemplate } from '../parse/parse-templates.ts';
import { errorAt, TemplateError } from '../template-error.ts';
import { TemplateFault } from '../template-fault.ts';
import type { CallContext, GoFunction, GoValue } from '../values/go-value.ts';
import type { Budget } from './budget.ts';

/** What the value of a key is that a map does not have: nothing, the zero value of its elements, or an error. */
export type MissingKey = 'nothing' | 'zero' | 'error';

/** What all templates of one rendering share. */
export interface Rendering {
  readonly templates: ReadonlyMap<string, ParsedTemplate>;
  readonly functions: ReadonlyMap<string, GoFunction>;
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
}

interface Variable {
  readonly name: string;
  value: GoValue;
}

export const fail = ({ template }: State, at: number, problem: string): TemplateError =>
  errorAt(template.source, at, problem);

/** Carries something out, and adds the place to the faults of it. */
export function placed<Result>(
  state: State,
  at: number,
  name: string | undefined,
  act: () => Result,
): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof TemplateFault) {
      const problem = name === undefined ? error.message : `${name}: ${error.message}`;
      throw errorAt(state.template.source, at, problem, error);
    }
    if (error instanceof RangeError && error.message.startsWith('Maximum call stack')) {
      throw fail(state, at, 'the template is nested too deeply');
    }
    throw error;
  }
}

/** Declares a variable. */
export function declare(state: State, name: string, value: GoValue): void {
  state.variables.push({ name, value });
}

/** The innermost variable of a name; undefined if it has not been declared. */
export const findVariable = ({ variables }: State, name: string): Variable | undefined =>
  variables.findLast((each) => each.name === name);
