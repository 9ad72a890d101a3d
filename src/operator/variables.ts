import type { JsonObject } from '../json.ts';

/** A variable of the environment. */
export const variable = (name: string, value: string): JsonObject => ({ name, value });

/** A variable that holds a field of the pod; `apiVersion` is written where it always was. */
export const fieldVariable = (name: string, fieldPath: string, apiVersion: 'v1' | '' = 'v1'): JsonObject => ({
  name,
  valueFrom: { fieldRef: { ...(apiVersion !== '' && { apiVersion }), fieldPath } },
});

/** A variable that holds a resource of the container. */
export const resourceVariable = (name: string, resource: string): JsonObject => ({
  name,
  valueFrom: { resourceFieldRef: { resource, divisor: '1' } },
});
