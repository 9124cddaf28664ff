/**
 * Asks for many things at once that are wanted one by one: whatever is asked for until the event loop turns goes into one
 * `load`, which begins after all of it was asked. What `load` does not find is undefined.
 */
export function together<V>(load: (keys: string[]) => Promise<ReadonlyMap<string, V>>) {
  let waiting: { keys: Set<string>; found: Promise<ReadonlyMap<string, V>> } | null = null;
  return async (key: string): Promise<V | undefined> => {
    waiting ??= gather();
    waiting.keys.add(key);
    return (await waiting.found).get(key);
  };

  function gather() {
    const keys = new Set<string>();
    const found = new Promise<ReadonlyMap<string, V>>((resolve, reject) => {
      setImmediate(() => {
        waiting = null;
        load([...keys]).then(resolve, reject);
      });
    });
    return { keys, found };
  }
}
