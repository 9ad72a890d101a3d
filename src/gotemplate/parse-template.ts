import { TemplateSet, type TemplateOptions } from './template-set.ts';
import type { GoValue } from './values/go-value.ts';

/** A template that has been parsed; it can be rendered any number of times. */
export interface Template {
  /** Throws a `TemplateError`. */
  render(data: GoValue): string;
}

export interface OneTemplateOptions extends TemplateOptions {
  /** What errors call it. Default: `template`. */
  readonly name?: string;
}

/** Parses one text. Throws a `TemplateError`. Source: https://pkg.go.dev/text/template */
export function parseTemplate(
  text: string,
  { name = 'template', ...options }: OneTemplateOptions = {},
): Template {
  const set = new TemplateSet([{ name, text }], options);
  return { render: (data) => set.render(name, data) };
}
