/** Reads a thing by its name the first time it is asked for, and gives the same answer from then on. */
export function readOnce<T>(read: (...name: string[]) => Promise<T>): (...name: string[]) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (...name) => {
    const key = JSON.stringify(name);
    const known = kept.get(key) ?? read(...name);
    kept.set(key, known);
    return known;
  };
}
