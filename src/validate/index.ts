export { validate, type ValidateOptions, type Validation } from './validate.ts';
