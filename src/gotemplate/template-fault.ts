/** Why a function of a template fails. Whoever calls the function adds the place. */
export class TemplateFault extends Error {
  override readonly name = 'TemplateFault';
}
