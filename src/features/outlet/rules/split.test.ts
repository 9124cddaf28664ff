import { describe, expect, it } from "vitest";
import { isUnder, refuseSplit } from "./split";

const whole = { name: "BBC", aliases: ["BBC Arabic", "Beeb"], domains: ["bbc.co.uk", "arabic.bbc.co.uk"] };

describe("refuseSplit", () => {
  it.each([
    [["BBC  ARABIC"], [], null],
    [[], ["bbc.co.uk"], null],
    [[], [], "name at least one alias or domain"],
    [["bbc"], [], "“bbc” is the name that the outlet keeps"],
    [["Reuters"], [], "“Reuters” is not an alias of BBC"],
    [["Beeb"], ["reuters.com"], "reuters.com is not a domain of BBC"],
  ])("aliases %j and domains %j: %j", (aliases, domains, message) => {
    expect(refuseSplit(whole, { aliases, domains })?.message ?? null).toBe(message);
  });
});

describe("isUnder", () => {
  it.each([
    ["https://www.bbc.co.uk/news/1", ["bbc.co.uk"], true],
    ["https://arabic.bbc.co.uk/1", ["bbc.co.uk"], false],
    ["https://arabic.bbc.co.uk/1", ["arabic.bbc.co.uk"], true],
    ["https://bbc.co.uk.example.org/", ["bbc.co.uk"], false],
    ["https://reuters.com/", ["bbc.co.uk"], false],
    ["no address", ["bbc.co.uk"], false],
    [null, ["bbc.co.uk"], false],
  ])("%j under %j: %j", (url, taken, expected) => {
    expect(isUnder(url, taken, whole.domains)).toBe(expected);
  });
});
