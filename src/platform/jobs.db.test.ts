import { afterAll, expect, test, vi } from "vitest";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { transact } from "./context";
import { enqueue, startJobs } from "./jobs";

testDatabase();

const done = vi.fn();
const finish: (() => void)[] = [];
const long = () => new Promise<void>((resolve) => finish.push(resolve));
const quick = async () => done();

const runners = () => startJobs([{ tasks: { long } }, { tasks: { quick } }]);

afterAll(async () => {
  for (const each of finish) each();
  for (const runner of await runners()) await runner.stop();
});

test("what takes long does not hold up what somebody waits for, however much of it there is", async () => {
  const { owner } = await testTeam();
  const send = (task: string, key: string) => transact(owner, (ctx) => enqueue(ctx, task, {}, { key }));
  for (const key of ["a", "b", "c", "d"]) await send("long", key);
  await runners();
  await vi.waitFor(() => expect(finish).toHaveLength(2), 10_000);
  await send("quick", "q");
  await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(1), 10_000);
  expect(finish).toHaveLength(2);
  // The others come when the first are done.
  for (const each of finish.splice(0)) each();
  await vi.waitFor(() => expect(finish).toHaveLength(2), 10_000);
});
