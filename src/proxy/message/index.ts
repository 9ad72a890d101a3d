export { camelCase, snakeCase } from './rename-fields.ts';
export { asList, asNumber, asObject, asText, isObject, valueAt, type Maybe } from './values.ts';
