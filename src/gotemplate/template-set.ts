import { builtins } from './builtins/builtins.ts';
import { Budget, type Limits } from './exec/budget.ts';
import type { MissingKey, Rendering } from './exec/state.ts';
import { walkTemplate } from './exec/walk.ts';
import { isBlank, parseTemplates, type ParsedTemplate } from './parse/parse-templates.ts';
import type { TemplateSource } from './template-error.ts';
import { TemplateFault } from './template-fault.ts';
import type { CallContext, GoFunction, GoValue } from './values/go-value.ts';

export interface TemplateOptions {
  /** What can be called besides the functions of text/template, and instead of those of the same name. */
  readonly functions?: Readonly<Record<string, GoFunction>>;
  /** The option `missingkey` of text/template. Default: `nothing`, which prints `<no value>`. */
  readonly missingKey?: MissingKey;
  readonly limits?: Limits;
}

/** Templates that can call each other. */
export class TemplateSet {
  readonly #templates: ReadonlyMap<string, ParsedTemplate>;
  readonly #functions: ReadonlyMap<string, GoFunction>;
  readonly #options: TemplateOptions;

  /** Of templates with the same name the last one counts, if there is anything in it. Throws a `TemplateError`. */
  constructor(sources: readonly TemplateSource[], options: TemplateOptions = {}) {
    this.#options = options;
    this.#functions = new Map(Object.entries({ ...builtins, ...options.functions }));
    this.#templates = withTexts(new Map(), sources, this.#functions);
  }

  /** The names of the templates: of the texts, and of what they define. */
  names(): string[] {
    return [...this.#templates.keys()];
  }

  /** The output of a template for its data. Throws a `TemplateError`. */
  render(name: string, data: GoValue): string {
    const budget = new Budget(this.#options.limits ?? {});
    return renderingOf(this.#templates, this.#functions, this.#options, budget).context.render(name, data);
  }
}

function renderingOf(
  templates: ReadonlyMap<string, ParsedTemplate>,
  functions: ReadonlyMap<string, GoFunction>,
  options: TemplateOptions,
  budget: Budget,
): Rendering {
  const context: CallContext = {
    render: (name, data) => {
      const template = templates.get(name);
      if (template === undefined) throw new TemplateFault(`there is no template ${JSON.stringify(name)}`);
      return walkTemplate(rendering, template, data);
    },
    renderText: (text, data) => {
      const name = 'text';
      const more = withTexts(templates, [{ name, text }], functions);
      return renderingOf(more, functions, options, budget).context.render(name, data);
    },
    allow: (size) => {
      budget.make(size);
    },
  };
  const { missingKey = 'nothing' } = options;
  const rendering: Rendering = { templates, functions, missingKey, budget, context };
  return rendering;
}

function withTexts(
  templates: ReadonlyMap<string, ParsedTemplate>,
  sources: readonly TemplateSource[],
  functions: ReadonlyMap<string, GoFunction>,
): Map<string, ParsedTemplate> {
  const all = new Map(templates);
  for (const source of sources) {
    for (const template of parseTemplates(source, (name) => functions.has(name))) {
      if (!all.has(template.name) || !isBlank(template)) all.set(template.name, template);
    }
  }
  return all;
}
