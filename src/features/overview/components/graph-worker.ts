import { layOutInSteps, type ToLayOut } from "../rules/graph-layout";

/*
 * Lays a graph out beside the page, so that nothing on it waits. Says now and then how far it is, as a number, and at
 * last the layout.
 */

const PAUSE_MS = 60;

self.onmessage = ({ data }: MessageEvent<ToLayOut>) => {
  const steps = layOutInSteps(data);
  let said = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      self.postMessage(step.value);
      return;
    }
    if (performance.now() - said < PAUSE_MS) continue;
    said = performance.now();
    self.postMessage(step.value);
  }
};
