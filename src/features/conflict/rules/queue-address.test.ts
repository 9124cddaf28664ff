import { expect, it } from "vitest";
import { choiceOf, isNarrowed, queueQuery } from "./queue-address";

it("keeps what is a choice and forgets the rest of an address", () => {
  const address = { status: "stale", about: "number", assignee: "me", inconsistent: "true", sort: "number", page: "7" };
  const { page: _, ...choice } = address;
  expect(choiceOf(address)).toEqual(choice);
  expect(choiceOf({ status: "lost", outlet: "Reuters", assignee: "", about: ["time", "place"] })).toEqual({});
});

it("goes back into an address, with the cursor last", () => {
  expect(queueQuery({})).toBe("");
  expect(queueQuery({ status: "open" }, "abc")).toBe("?status=open&cursor=abc");
  expect(choiceOf(Object.fromEntries(new URLSearchParams(queueQuery({ about: "time" }))))).toEqual({ about: "time" });
});

it("is narrowed by a filter, not by the order", () => {
  expect(isNarrowed({ sort: "number" })).toBe(false);
  expect(isNarrowed({ sort: "number", status: "open" })).toBe(true);
});
