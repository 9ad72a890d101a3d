import { builtins } from './builtins/builtins.ts';
import { Budget, type Limits } from './exec/budget.ts';
import type { FindFunction, MissingKey, Rendering } from './exec/state.ts';
import { walkTemplate } from './exec/walk.ts';
import { isBlank, parseTemplates, type ParsedTemplate } from './parse/parse-templates.ts';
import { errorAt, type TemplateSource } from './template-error.ts';
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
  readonly #functions: FindFunction;
  readonly #options: TemplateOptions;

  /** Of templates with the same name the last one counts, if there is anything in it. Throws a `TemplateError`. */
  constructor(sources: readonly TemplateSource[], options: TemplateOptions = {}) {
    this.#options = options;
    const { functions = {} } = options;
    this.#functions = (name) => own(functions, name) ?? own(builtins, name);
    this.#templates = withTexts(new Map(), sources, this.#functions);
  }

  /** The names of the templates: of the texts, and of what they define. */
  names(): string[] {
    return [...this.#templates.keys()];
  }

  /** The output of a template for its data. Throws a `TemplateError`. */
  render(name: string, data: GoValue): string {
    if (!this.#templates.has(name)) throw errorAt({ name, text: '' }, 0, 'there is no such template');
    const budget = new Budget(this.#options.limits ?? {});
    return renderingOf(this.#templates, this.#functions, this.#options, budget).context.render(name, data);
  }
}

const own = (functions: Readonly<Record<string, GoFunction>>, name: string): GoFunction | undefined =>
  Object.hasOwn(functions, name) ? functions[name] : undefined;

function renderingOf(
  templates: ReadonlyMap<string, ParsedTemplate>,
  functions: FindFunction,
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
  functions: FindFunction,
): Map<string, ParsedTemplate> {
  const all = new Map(templates);
  for (const source of sources) {
    for (const template of parseTemplates(source, (name) => functions(name) !== undefined)) {
      if (!all.has(template.name) || !isBlank(template)) all.set(template.name, template);
    }
  }
  return all;
}
