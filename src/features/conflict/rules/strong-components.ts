/**
 * The strongly connected components of a directed graph (Tarjan's algorithm), those first that others lead to. Without
 * recursion: a chain of copies may be longer than the call stack.
 */
export function strongComponents(nodes: Iterable<string>, next: (node: string) => string[]): string[][] {
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open = new Set<string>();
  const stack: string[] = [];
  const components: string[][] = [];
  const at = (numbers: Map<string, number>, node: string) => numbers.get(node) ?? Number.POSITIVE_INFINITY;
  const lower = (node: string, to: number) => lowest.set(node, Math.min(at(lowest, node), to));

  const enter = (node: string) => {
    index.set(node, index.size);
    lower(node, at(index, node));
    stack.push(node);
    open.add(node);
    return { node, rest: next(node)[Symbol.iterator]() };
  };
  const close = (node: string) => {
    const component: string[] = [];
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      open.delete(member);
      component.push(member);
      if (member === node) break;
    }
    components.push(component);
  };

  for (const start of nodes) {
    if (index.has(start)) continue;
    const path = [enter(start)];
    for (let frame = path.at(-1); frame; frame = path.at(-1)) {
      const step = frame.rest.next();
      if (!step.done) {
        if (!index.has(step.value)) path.push(enter(step.value));
        else if (open.has(step.value)) lower(frame.node, at(index, step.value));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) lower(parent.node, at(lowest, frame.node));
      if (at(lowest, frame.node) === at(index, frame.node)) close(frame.node);
    }
  }
  return components;
}
