/** What JSON can hold. Objects have no prototype surprises: `__proto__` is a plain key. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}
