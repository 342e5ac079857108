/** Marks a branch that the types say cannot be reached; throws if data from outside lied about its type. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
