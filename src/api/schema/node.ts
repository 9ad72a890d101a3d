import type { TSchema } from 'typebox';
import type { Constraints, Knowledge } from './fields.ts';

/** A schema as the checks read it: what the builders of `fields.ts` made, without its static type. */
export interface SchemaNode extends Constraints, Knowledge {
  readonly type?: 'string' | 'boolean' | 'integer' | 'number' | 'array' | 'object';
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode;
}

/** The builders make nothing but {@link SchemaNode}s; typebox hides that behind its own type. */
export const nodeOf = (schema: TSchema): SchemaNode => schema;
