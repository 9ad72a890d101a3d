/** What a reference to a Gateway means in an object of `namespace`: `front`, or `edge/front`. */
export function gatewayName(
  reference: string,
  namespace: string,
): { readonly namespace: string; readonly name: string } {
  const slash = reference.indexOf('/');
  return slash < 0
    ? { namespace, name: reference }
    : { namespace: reference.slice(0, slash), name: reference.slice(slash + 1) };
}
