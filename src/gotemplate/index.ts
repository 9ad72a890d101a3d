/**
 * Templates as Go's text/template has them, with the functions of sprig: https://pkg.go.dev/text/template,
 * https://masterminds.github.io/sprig/.
 */
export { parseTemplate } from './parse-template.ts';
export { TemplateSet } from './template-set.ts';
export { TemplateError } from './template-error.ts';
export { TemplateFault } from './template-fault.ts';
export { contextFunction, goFunction } from './values/go-function.ts';
export { GoFunction, GoInt, GoStruct, type GoMap, type GoValue } from './values/go-value.ts';
export { helmFunctions } from './helm/helm-functions.ts';
export { satisfiesVersion } from './semver/satisfies-version.ts';
export { printValue } from './print/print-value.ts';
export { sprigFunctions } from './sprig/sprig-functions.ts';
export { isMap } from './values/type-of.ts';
export { withElements } from './values/typed.ts';
export { writeYaml } from './yaml/write-yaml.ts';
export { withMethods } from './values/with-methods.ts';
