import {
  contextFunction,
  goFunction,
  helmFunctions,
  sprigFunctions,
  TemplateError,
  TemplateFault,
  type GoFunction,
} from '../../gotemplate/index.ts';

/** What templates of charts can call: as in Helm, without a cluster and without a network. */
export const chartFunctions: Readonly<Record<string, GoFunction>> = {
  ...sprigFunctions,
  ...helmFunctions,
  tpl: contextFunction(['string', 'any'], ({ renderText }, text, data) => {
    try {
      return withoutMissing(renderText(text, data));
    } catch (error) {
      throw error instanceof TemplateError && error.template === nameOfTexts ? faultIn(text, error) : error;
    }
  }),
  getHostByName: goFunction(['string'], () => ''),
};

/** What errors call a text that is no file. */
const nameOfTexts = 'text';

/** The place that counts is that of the call: it is added there. */
function faultIn(text: string, { line, column, problem }: TemplateError): TemplateFault {
  const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
  return new TemplateFault(`${problem} (line ${line}, column ${column} of ${shown})`);
}

/** What text/template prints for what is not there; Helm takes it out of everything. */
export const withoutMissing = (text: string): string => text.replaceAll('<no value>', '');
