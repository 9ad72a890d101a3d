import { isObject, type Json, type JsonObject, objectIn } from '../json.ts';

/** The resources of a container as they are asked for: what is empty is left out, text of digits is a number. */
export function containerResources(asked: JsonObject, otherwise: JsonObject = {}): JsonObject {
  const resources = Object.keys(asked).length > 0 ? asked : otherwise;
  return Object.fromEntries(
    ['limits', 'requests'].flatMap((bound) => {
      const amounts = Object.entries(objectIn(resources, bound)).flatMap(([name, amount]) =>
        isGiven(amount) ? [[name, plainNumber(amount)] as const] : [],
      );
      return amounts.length === 0 ? [] : [[bound, Object.fromEntries(amounts)] as const];
    }),
  );
}

const isGiven = (amount: Json): boolean =>
  Boolean(amount) && !(isObject(amount) && Object.keys(amount).length === 0);

function plainNumber(amount: Json): Json {
  if (typeof amount !== 'string' || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(amount)) return amount;
  return Number.isFinite(Number(amount)) ? Number(amount) : amount;
}
