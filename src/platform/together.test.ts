import { expect, test } from "vitest";
import { together } from "./together";

test("what is asked for in one turn is loaded at once, each thing once", async () => {
  const loads: string[][] = [];
  const find = together(async (keys) => {
    loads.push(keys);
    return new Map(keys.filter((key) => key !== "nothing").map((key) => [key, key.toUpperCase()]));
  });
  expect(await Promise.all([find("a"), find("b"), find("a"), find("nothing")])).toEqual(["A", "B", "A", undefined]);
  expect(await find("c")).toBe("C");
  expect(loads).toEqual([["a", "b", "nothing"], ["c"]]);
});

test("what is asked for while a load runs is loaded after it, and a failure is everybody's", async () => {
  let version = 0;
  const find = together(async (keys) => {
    if (keys.includes("bad")) throw new Error("no");
    version += 1;
    const now = version;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return new Map(keys.map((key) => [key, now]));
  });
  const first = find("a");
  await new Promise((resolve) => setTimeout(resolve, 2));
  expect([await first, await find("a")]).toEqual([1, 2]);
  const outcomes = await Promise.allSettled([find("bad"), find("b")]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});
