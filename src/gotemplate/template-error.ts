import { MeshctlError } from '../errors.ts';

/** A place in the text of a template. Lines and columns count from 1, columns in characters. */
export interface TemplatePlace {
  /** Name of the template. */
  readonly template: string;
  readonly line: number;
  readonly column: number;
}

/** A template that cannot be read, or fails when it is rendered. */
export class TemplateError extends MeshctlError implements TemplatePlace {
  readonly template: string;
  readonly line: number;
  readonly column: number;
  /** The message without the place. */
  readonly problem: string;

  constructor(place: TemplatePlace, problem: string, cause?: unknown) {
    super('input', `${place.template}:${place.line}:${place.column}: ${problem}`, { cause });
    this.name = 'TemplateError';
    this.template = place.template;
    this.line = place.line;
    this.column = place.column;
    this.problem = problem;
  }
}

/** The text that a part of a template comes from. */
export interface TemplateSource {
  readonly name: string;
  readonly text: string;
}

/** The error for what is at an offset of a text. */
export function errorAt(source: TemplateSource, at: number, problem: string, cause?: unknown): TemplateError {
  const before = source.text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  const column = Array.from(before.slice(lineStart)).length + 1;
  return new TemplateError({ template: source.name, line, column }, problem, cause);
}
