import { describe, expect, it } from "vitest";
import { creditAnother, type KnownOutlet, resolveAttribution, type Step, storedStep } from "./attribution";

const outlet = (name: string): KnownOutlet => ({ id: `id of ${name}`, name });
const HERALD = outlet("Herald");
const WIRE = outlet("Wire");
const CHANNEL = outlet("Channel 4");
const known = new Map([HERALD, WIRE, CHANNEL].map((each) => [each.name, each]));
known.set("the wire", WIRE);

type Case = [
  chain: string[],
  explicit: KnownOutlet | null,
  article: KnownOutlet | null,
  steps: string,
  outlet?: string,
];

describe("resolveAttribution", () => {
  it.each<Case>([
    [[], null, HERALD, "", "Herald"],
    [[], null, null, "", undefined],
    [["a diplomat"], null, HERALD, "a diplomat", "Herald"],
    [["a diplomat"], null, null, "a diplomat", undefined],
    [["Wire"], null, HERALD, "[Wire]", "Wire"],
    [["the wire"], null, HERALD, "[Wire]", "Wire"],
    [
      ["Herald", "Channel 4", "Jo Host", "Sam Guest"],
      null,
      HERALD,
      "[Herald] > [Channel 4] > Jo Host > Sam Guest",
      "Channel 4",
    ],
    [["Channel 4", "Wire", "officials"], null, HERALD, "[Channel 4] > [Wire] > officials", "Wire"],
    [["Wire", "officials"], WIRE, HERALD, "[Wire] > officials", "Wire"],
    [[], WIRE, HERALD, "[Wire]", "Wire"],
    [[], WIRE, null, "[Wire]", "Wire"],
    [["officials"], WIRE, HERALD, "[Wire] > officials", "Wire"],
    [["Herald", "officials"], WIRE, HERALD, "[Herald] > [Wire] > officials", "Wire"],
    [[], HERALD, HERALD, "", "Herald"],
    [["officials"], HERALD, HERALD, "officials", "Herald"],
  ])("%j with outlet %j in an article of %j", (chain, explicit, articleOutlet, steps, outletName) => {
    const result = resolveAttribution({ chain, outlet: explicit, articleOutlet }, known);
    if ("refusal" in result) throw new Error(result.refusal.message);
    expect(result.steps.map((step) => (step.kind === "outlet" ? `[${step.name}]` : step.name)).join(" > ")).toBe(steps);
    expect(result.outlet?.name).toBe(outletName);
  });

  it.each<[string[], KnownOutlet]>([
    [["Channel 4"], WIRE],
    [["Wire", "Channel 4"], WIRE],
    [["Wire", "officials"], HERALD],
  ])("refuses %j with the outlet %j", (chain, explicit) => {
    const result = resolveAttribution({ chain, outlet: explicit, articleOutlet: HERALD }, known);
    expect(result).toMatchObject({ refusal: { path: "outlet" } });
  });
});

describe("a step as it is kept", () => {
  it("keeps the name that was typed, in the chain or apart from it, but not an id", () => {
    const typedIn = (chain: string[], explicit: KnownOutlet | null, typed: string | null) => {
      const result = resolveAttribution({ chain, outlet: explicit, typed, articleOutlet: HERALD }, known);
      return "refusal" in result ? [] : result.steps.map((step) => storedStep(step).name);
    };
    expect(typedIn(["the wire", "officials"], null, null)).toEqual(["the wire", "officials"]);
    expect(typedIn(["officials"], WIRE, "the wire")).toEqual(["the wire", "officials"]);
    expect(typedIn(["officials"], WIRE, WIRE.id)).toEqual(["Wire", "officials"]);
  });
});

describe("creditAnother", () => {
  const steps: Step[] = [
    { kind: "outlet", name: "Channel 4", outletId: CHANNEL.id },
    { kind: "source", name: "officials", outletId: null },
  ];

  it("puts another outlet in the place of the last", () => {
    expect(creditAnother(steps, WIRE)).toEqual(["Wire", "officials"]);
    expect(creditAnother(steps.slice(1), WIRE)).toEqual(["Wire", "officials"]);
  });

  it("takes the outlets out", () => {
    expect(creditAnother(steps, null)).toEqual(["officials"]);
  });
});
