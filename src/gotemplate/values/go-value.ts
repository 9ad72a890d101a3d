/**
 * A value of a template. A number is a `float64`, as numbers are that come from JSON or YAML; whole numbers of other types
 * are {@link GoInt}. A plain object is a `map[string]interface {}` and a list an `[]interface {}`, unless `withType` says
 * otherwise. `null` is a nil, `undefined` the value of a key that is not there.
 */
export type GoValue =
  undefined | null | boolean | number | string | GoInt | GoStruct | GoFunction | GoValue[] | GoMap;

export interface GoMap {
  [key: string]: GoValue;
}

export type IntType =
  'int' | 'int8' | 'int16' | 'int32' | 'int64' | 'uint' | 'uint8' | 'uint16' | 'uint32' | 'uint64';

/** A type of its own that is made of an integer: an enum of protobuf. */
export interface NamedInt {
  /** `v1alpha1.ProxyConfig_InboundInterceptionMode`. */
  readonly type: string;
  /** Besides others, what `String` gives is what is printed. */
  readonly methods: Readonly<Record<string, GoFunction>>;
}

/** An integer with its type: `new GoInt(5)`, `new GoInt(80, 'int32')`. */
export interface GoInt {
  readonly value: bigint;
  readonly type: IntType;
  readonly named: NamedInt | undefined;
}

// Interfaces, not classes, are what a GoValue consists of: so JSON is one, too, in the eyes of the linter.
export const GoInt: new (value: bigint | number, type?: IntType, named?: NamedInt) => GoInt = class {
  readonly value: bigint;
  readonly type: IntType;
  readonly named: NamedInt | undefined;

  constructor(value: bigint | number, type: IntType = 'int', named?: NamedInt) {
    this.value = BigInt(value);
    this.type = type;
    this.named = named;
  }
};

export interface StructParts {
  /** `v1.ObjectMeta`, as Go prints it. */
  readonly type: string;
  /** Whether this is a pointer to the struct, as messages of protobuf are. Default: false. */
  readonly pointer?: boolean;
  /** Whether it is a pointer to nothing: fields cannot be read, methods can be called. Default: false. */
  readonly nil?: boolean;
  /** Every field that the type has, in order; may be getters. A nil pointer may name them too: their values do not matter. */
  readonly fields?: GoMap;
  readonly methods?: Readonly<Record<string, GoFunction>>;
  /** What `toJson` and `toYaml` write; a struct has its fields in order there. Default: the fields by their names. */
  readonly json?: () => GoValue;
}

/** A struct, or a pointer to one: a closed set of fields, and methods. */
export interface GoStruct {
  readonly type: string;
  readonly pointer: boolean;
  readonly nil: boolean;
  readonly fields: GoMap;
  readonly methods: Readonly<Record<string, GoFunction>>;
  readonly json: (() => GoValue) | undefined;
}

export const GoStruct: new (parts: StructParts) => GoStruct = class {
  readonly type: string;
  readonly pointer: boolean;
  readonly nil: boolean;
  readonly fields: GoMap;
  readonly methods: Readonly<Record<string, GoFunction>>;
  readonly json: (() => GoValue) | undefined;

  constructor(parts: StructParts) {
    this.type = parts.type;
    this.nil = parts.nil ?? false;
    this.pointer = this.nil || (parts.pointer ?? false);
    this.fields = parts.fields ?? {};
    this.methods = parts.methods ?? {};
    this.json = parts.json;
  }
};

/** What a function may ask of the template that calls it. */
export interface CallContext {
  /** The output of a template of the same set. */
  readonly render: (name: string, data: GoValue) => string;
  /** The output of a text, parsed as one more template of the set. */
  readonly renderText: (text: string, data: GoValue) => string;
  /** Fails when so many values, or characters, are more than a template may make. */
  readonly allow: (size: number) => void;
}

/** The types that parameters can have. `value` is anything, even a value that is not there. */
export type ParameterType =
  | 'any'
  | 'value'
  | 'bool'
  | 'string'
  | 'int'
  | 'int64'
  | 'float64'
  | 'error'
  | 'map[string]interface {}'
  | '[]interface {}'
  | '[]string'
  | 'time.Time';

/** The code of a function: gets arguments whose types have been checked. */
export type FunctionBody = (context: CallContext, args: readonly GoValue[]) => GoValue;

/** A function or method; made by `goFunction`. */
export interface GoFunction {
  readonly parameters: readonly ParameterType[];
  /** Whether the last parameter stands for any number of arguments. */
  readonly variadic: boolean;
  readonly call: FunctionBody;
}

export const GoFunction: new (
  parameters: readonly ParameterType[],
  variadic: boolean,
  call: FunctionBody,
) => GoFunction = class {
  readonly parameters: readonly ParameterType[];
  readonly variadic: boolean;
  readonly call: FunctionBody;

  constructor(parameters: readonly ParameterType[], variadic: boolean, call: FunctionBody) {
    this.parameters = parameters;
    this.variadic = variadic;
    this.call = call;
  }
};
