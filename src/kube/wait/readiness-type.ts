/** Whether an object does what it is there for; if not, what it waits for. */
export type Readiness = { readonly ready: true } | { readonly ready: false; readonly reason: string };
