import fc from "fast-check";
import { expect, it } from "vitest";
import { orderOutlets } from "./order-outlets";

const outlet = (id: string, claims = 1) => ({ id, name: id, claims });
const cell = (a: string, b: string, agrees: number, contradicts: number) => ({
  ...{ a, b, agrees, contradicts },
  ...{ qualifies: 0, updates: 0, repeats: 0 },
});

const names = (list: { name: string }[]) => list.map(({ name }) => name).join("");

it("orders by name or by number of claims", () => {
  const outlets = [outlet("B", 1), outlet("A", 1), outlet("C", 5)];
  expect(names(orderOutlets(outlets, [], "name"))).toBe("ABC");
  expect(names(orderOutlets(outlets, [], "claims"))).toBe("CAB");
});

it("puts those that agree beside each other, and those that contradict apart", () => {
  const outlets = ["A", "B", "C", "D", "E", "F"].map((id) => outlet(id));
  const blocs = [cell("A", "C", 5, 0), cell("C", "E", 4, 0), cell("B", "D", 6, 0), cell("D", "F", 3, 0)];
  const against = [cell("A", "B", 0, 4), cell("C", "D", 0, 5), cell("E", "F", 1, 3)];
  const order = names(orderOutlets(outlets, [...blocs, ...against], "cluster"));
  expect([order.slice(0, 3), order.slice(3)].map((bloc) => [...bloc].sort().join("")).sort()).toEqual(["ACE", "BDF"]);
});

it("keeps every outlet, in an order that does not depend on how they come", () => {
  const ids = ["A", "B", "C", "D", "E", "F", "G"];
  const cells = fc.array(
    fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.nat(3), fc.nat(3))
      .map(([a, b, agrees, contradicts]) => cell(a, b, agrees, contradicts)),
  );
  fc.assert(
    fc.property(cells, (given) => {
      const outlets = ids.map((id) => outlet(id));
      const ordered = names(orderOutlets(outlets, given, "cluster"));
      expect([...ordered].sort().join("")).toBe(ids.join(""));
      expect(names(orderOutlets(outlets.toReversed(), given, "cluster"))).toBe(ordered);
    }),
  );
});

it("has room for two hundred outlets", () => {
  const outlets = Array.from({ length: 200 }, (_, index) => outlet(`O${index}`));
  const cells = outlets.flatMap(({ id: a }, i) =>
    outlets.slice(i).map(({ id: b }, j) => cell(a, b, (i * j) % 5, (i + j) % 3)),
  );
  expect(orderOutlets(outlets, cells, "cluster")).toHaveLength(200);
});
