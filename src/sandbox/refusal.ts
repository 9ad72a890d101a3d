import type { JsonObject } from '../json.ts';
import { resourceOf, type Kind } from './kinds/kind.ts';

/** A field that is wrong, as the causes of a `Status` tell it. */
export interface Cause {
  readonly reason: string;
  readonly message: string;
  readonly field?: string;
}

interface Details {
  readonly name?: string;
  readonly group?: string;
  /** The resource: `deployments`. */
  readonly kind?: string;
  readonly causes?: readonly Cause[];
  readonly retryAfterSeconds?: number;
}

/** A request that is not carried out, with the answer of a Kubernetes API server to it. */
export class Refusal extends Error {
  readonly code: number;
  readonly reason: string;
  readonly details: Details | undefined;

  constructor(code: number, reason: string, message: string, details?: Details) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.details = details;
  }

  /** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/ */
  get status(): JsonObject {
    const { code, reason, message, details } = this;
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      reason,
      // Through JSON, so that what is absent is absent.
      ...(details && { details: JSON.parse(JSON.stringify(details)) as JsonObject }),
      code,
    };
  }
}

type Resource = Pick<Kind, 'group' | 'resource' | 'kind'>;

const detailsOf = ({ group, resource }: Resource, name: string): Details => ({
  name,
  ...(group !== '' && { group }),
  kind: resource,
});

export const notFound = (kind: Resource, name: string): Refusal =>
  new Refusal(404, 'NotFound', `${resourceOf(kind)} "${name}" not found`, detailsOf(kind, name));

export const noSuchPath = (): Refusal =>
  new Refusal(404, 'NotFound', 'the server could not find the requested resource', {});

export const alreadyExists = (kind: Resource, name: string): Refusal =>
  new Refusal(409, 'AlreadyExists', `${resourceOf(kind)} "${name}" already exists`, detailsOf(kind, name));

/** Somebody was quicker, or another object is meant. */
export const conflict = (kind: Resource, name: string, why: string): Refusal =>
  new Refusal(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${resourceOf(kind)} "${name}": ${why}`,
    detailsOf(kind, name),
  );

/** 422, with every field that is wrong. */
export function invalid(kind: Resource, name: string, causes: readonly Cause[]): Refusal {
  const told = causes.map(({ field, message }) => (field === undefined ? message : `${field}: ${message}`));
  const all = told.length === 1 ? told.join('') : `[${told.join(', ')}]`;
  const group = kind.group === '' ? '' : `.${kind.group}`;
  // Here alone the details name the kind and not the resource.
  const details = { ...detailsOf(kind, name), kind: kind.kind, causes };
  return new Refusal(422, 'Invalid', `${kind.kind}${group} "${name}" is invalid: ${all}`, details);
}

export const badRequest = (message: string): Refusal => new Refusal(400, 'BadRequest', message);

export const forbidden = (
  kind: Resource,
  name: string,
  why: string,
  causes: readonly Cause[] = [],
): Refusal =>
  new Refusal(403, 'Forbidden', `${resourceOf(kind)} "${name}" is forbidden: ${why}`, {
    ...detailsOf(kind, name),
    ...(causes.length > 0 && { causes }),
  });

export const expired = (message: string): Refusal => new Refusal(410, 'Expired', message);

export const internalError = (message: string): Refusal =>
  new Refusal(500, 'InternalError', `Internal error occurred: ${message}`, {
    causes: [{ reason: 'InternalError', message }],
  });
