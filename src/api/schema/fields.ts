import { Type, type Static, type TSchema, type TUnsafe } from 'typebox';
import type { Json } from '../../json.ts';
import type { Sure } from './sure.ts';

/** A CEL rule of the API server, with the message the user reads when it is broken. */
export interface CelRule {
  readonly rule: string;
  readonly message: string;
  /** The semantic rule of Istio that states the same, so that one fault gives one finding. */
  readonly sameAs?: string;
  /** A quick look that settles the rule in most cases; see `sure.ts`. */
  readonly sure?: Sure;
}

/** What a custom resource definition can ask of a value. The names are those of OpenAPI v3. */
export interface Constraints {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly nullable?: boolean;
  readonly default?: Json;
  readonly oneOf?: readonly Alternative[];
  readonly anyOf?: readonly Alternative[];
  readonly allOf?: readonly Alternative[];
  readonly 'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-map-type'?: 'atomic' | 'granular';
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-int-or-string'?: boolean;
}

/** A branch of `oneOf`, `anyOf` or `allOf`: constraints without names of their own. */
export interface Alternative extends Omit<Constraints, 'enum'> {
  readonly type?: string;
  readonly enum?: readonly Json[];
  readonly required?: readonly string[];
  readonly not?: Alternative;
  readonly items?: Alternative;
  readonly properties?: Readonly<Record<string, Alternative>>;
}

/** The CRD form of a protobuf `oneof`: none of the fields, or exactly one. */
export const atMostOneOf = (...names: string[]): readonly Alternative[] => [
  { not: { anyOf: names.map((name) => ({ required: [name] })) } },
  ...names.map((name) => ({ required: [name] })),
];

/** How protobuf reads the value; what follows from the type alone is left out. */
export type Decoding = 'duration' | 'value' | 'uint32' | 'uint64' | 'quantity' | 'scalar';

/** Where the value of a deprecated field goes. */
export interface Successor {
  /** A field of the same object. */
  readonly field: string;
  /** The field of that one which takes the value. */
  readonly wrap?: string;
  /** Of a list: the field which takes each of its items. */
  readonly each?: string;
  /** Fields of the same object that cannot be beside the successor. */
  readonly excludes?: readonly string[];
}

/** What meshctl knows beyond OpenAPI. None of it is part of a CRD. */
export interface Knowledge {
  readonly cel?: readonly CelRule[];
  readonly decode?: Decoding;
  /** A map whose keys protobuf reads as numbers. */
  readonly keys?: 'uint32';
  /** What to use instead: the field is still accepted, and warned about. */
  readonly deprecated?: string;
  /** What takes the place of a deprecated field, where its value can be carried over as it is. */
  readonly successor?: Successor;
  /** Values of an enum that are deprecated, with their replacement. */
  readonly deprecatedValues?: Readonly<Record<string, string>>;
  /** Numbers of enum values, where they are not the index. */
  readonly numbers?: Readonly<Record<number, string>>;
  /** The protobuf name where it is not the snake-case form of the JSON name. */
  readonly protoName?: string;
  /** Only the CRD knows this second spelling of another field. */
  readonly aliasOf?: string;
  /** Gateway API: the field is absent from the standard channel. */
  readonly experimental?: boolean;
  /** Gateway API: what the standard channel says instead. */
  readonly standard?: { readonly [K in keyof Constraints]?: Constraints[K] | undefined } & {
    readonly cel?: readonly CelRule[] | undefined;
  };
}

export type FieldOptions = Constraints & Knowledge;

type Fields = Readonly<Record<string, TSchema>>;

/** Text. */
export const string = (description = '', options: FieldOptions = {}): TUnsafe<string> =>
  Type.Unsafe<string>({ type: 'string', description, ...options });

/** True or false. */
export const bool = (description = '', options: FieldOptions = {}): TUnsafe<boolean> =>
  Type.Unsafe<boolean>({ type: 'boolean', description, ...options });

/** Base64 text. */
export const bytes = (description: string): TUnsafe<string> => string(description, { format: 'byte' });

/** A whole number of 32 bits. */
export const int32 = (description = '', options: FieldOptions = {}): TUnsafe<number> =>
  Type.Unsafe<number>({ type: 'integer', format: 'int32', description, ...options });

/** A whole number of 64 bits; JSON numbers hold it exactly up to 2^53. */
export const int64 = (description = '', options: FieldOptions = {}): TUnsafe<number> =>
  Type.Unsafe<number>({ type: 'integer', format: 'int64', description, ...options });

/** A whole number that is not negative, of 32 bits. */
export const uint32 = (description = '', options: FieldOptions = {}): TUnsafe<number> =>
  Type.Unsafe<number>({
    type: 'integer',
    minimum: 0,
    maximum: 4294967295,
    decode: 'uint32',
    description,
    ...options,
  });

/** A whole number that is not negative, of 64 bits. */
export const uint64 = (description = '', options: FieldOptions = {}): TUnsafe<number> =>
  Type.Unsafe<number>({ type: 'integer', minimum: 0, decode: 'uint64', description, ...options });

/** A number with a fraction. */
export const double = (description = '', options: FieldOptions = {}): TUnsafe<number> =>
  Type.Unsafe<number>({ type: 'number', format: 'double', description, ...options });

/** A whole number as the API server knows it, without a protobuf type. */
export const integer = (description = '', options: FieldOptions = {}): TUnsafe<number> =>
  Type.Unsafe<number>({ type: 'integer', description, ...options });

/** A number or a text such as a percentage. */
export const intOrString = (description = '', options: FieldOptions = {}): TUnsafe<number | string> =>
  Type.Unsafe<number | string>({
    anyOf: [{ type: 'integer' }, { type: 'string' }],
    'x-kubernetes-int-or-string': true,
    description,
    ...options,
  });

/** A length of time in Go's notation, such as `1h30m` or `100ms`. */
export const duration = (description = '', options: FieldOptions = {}): TUnsafe<string> =>
  Type.Unsafe<string>({ type: 'string', decode: 'duration', description, ...options });

/** An amount of Kubernetes, such as `500m` or `2Gi`; a plain number will do. */
export const quantity = (description = '', options: FieldOptions = {}): TUnsafe<string | number> =>
  Type.Unsafe<string | number>({ type: 'string', decode: 'quantity', description, ...options });

/** Text that may be written as a number, such as a version. */
export const scalar = (description = '', options: FieldOptions = {}): TUnsafe<string | number> =>
  Type.Unsafe<string | number>({ type: 'string', decode: 'scalar', description, ...options });

/** One of a closed list of words. */
export const oneOf = <const V extends readonly string[]>(
  values: V,
  description = '',
  options: FieldOptions = {},
): TUnsafe<V[number]> => Type.Unsafe<V[number]>({ type: 'string', enum: values, description, ...options });

/** An object of any content. */
export const anyObject = (
  description = '',
  options: FieldOptions & { readonly properties?: Fields } = {},
): TUnsafe<Record<string, Json>> =>
  Type.Unsafe<Record<string, Json>>({
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
    description,
    ...options,
  });

/** Any JSON at all. */
export const anyValue = (description = '', options: FieldOptions = {}): TUnsafe<Json> =>
  Type.Unsafe<Json>({
    'x-kubernetes-preserve-unknown-fields': true,
    decode: 'value',
    description,
    ...options,
  });

/** A list. */
export const list = <T extends TSchema>(
  items: T,
  description: string,
  options: FieldOptions = {},
): TUnsafe<Static<T>[]> => Type.Unsafe<Static<T>[]>({ type: 'array', items, description, ...options });

/** An object whose keys the user chooses. */
export const map = <T extends TSchema>(
  values: T,
  description: string,
  options: FieldOptions = {},
): TUnsafe<Record<string, Static<T>>> =>
  Type.Unsafe<Record<string, Static<T>>>({
    type: 'object',
    additionalProperties: values,
    description,
    ...options,
  });

/** Protobuf knows no required fields, so no reader may rely on one: `required` is what the API server asks for. */
type MessageValue<F extends Fields> = { -readonly [K in keyof F]?: Static<F[K]> };

export type Message<F extends Fields = Fields> = TUnsafe<MessageValue<F>>;

/** An object with known fields. */
export const message = <F extends Fields>(
  description: string,
  fields: F,
  options: FieldOptions & { readonly required?: readonly (keyof F & string)[] } = {},
): Message<F> =>
  Type.Unsafe<MessageValue<F>>({ type: 'object', description, properties: fields, ...options });

/** The same type in another place, with what is said about that place. */
export const as = <T extends TSchema>(type: T, description: string, options: FieldOptions = {}): T => ({
  ...type,
  description,
  ...options,
});
