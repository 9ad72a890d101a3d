import type { GoValue } from '../values/go-value.ts';

/** Every node says at which offset of its text it stands. */
interface At {
  readonly at: number;
}

/** A value, or something to call; the arguments of a command. */
export type Operand =
  | (At & { readonly kind: 'dot' })
  | (At & { readonly kind: 'nil' })
  /** A constant. `whole` tells numbers that also fit where an integer, and `fraction` those that fit where a float is asked for. */
  | (At & { readonly kind: 'constant'; readonly value: GoValue; readonly number?: NumberForms })
  | (At & { readonly kind: 'function'; readonly name: string })
  | (At & { readonly kind: 'field'; readonly names: readonly string[] })
  | (At & { readonly kind: 'variable'; readonly name: string; readonly names: readonly string[] })
  | (At & { readonly kind: 'chain'; readonly of: Operand; readonly names: readonly string[] })
  | (At & { readonly kind: 'pipeline'; readonly pipeline: Pipeline });

/** What a number can be taken for: `1.0` is an integer too, `1e3` as well. */
export interface NumberForms {
  readonly int: bigint | undefined;
  readonly uint: bigint | undefined;
  readonly float: number | undefined;
}

export interface Command extends At {
  /** At least one. */
  readonly operands: readonly Operand[];
}

export interface Pipeline extends At {
  readonly variables: readonly string[];
  /** Whether the variables are assigned, not declared. */
  readonly assigns: boolean;
  readonly commands: readonly Command[];
}

export interface Branches extends At {
  readonly pipeline: Pipeline;
  readonly then: readonly Node[];
  readonly otherwise: readonly Node[] | undefined;
}

export type Node =
  | (At & { readonly kind: 'text'; readonly text: string })
  | (At & { readonly kind: 'action'; readonly pipeline: Pipeline })
  | (Branches & { readonly kind: 'if' | 'with' | 'range' })
  | (At & { readonly kind: 'break' | 'continue' })
  | (At & { readonly kind: 'template'; readonly name: string; readonly pipeline: Pipeline | undefined });
