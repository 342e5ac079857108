/** A function that works its answer out once for each object it is asked about; both are let go together. The answer is not to be changed. */
export function onceFor<K extends object, T>(make: (about: K) => T): (about: K) => T {
  const known = new WeakMap<K, { readonly answer: T }>();
  return (about) => {
    let found = known.get(about);
    if (!found) {
      found = { answer: make(about) };
      known.set(about, found);
    }
    return found.answer;
  };
}
