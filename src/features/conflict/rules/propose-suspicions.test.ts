import { describe, expect, it } from "vitest";
import { RelationKind } from "@/features/relation/schema";
import type { ConflictLink, Signal } from "../schema";
import { type FoundCopy, type KnownSuspicion, proposeSuspicions, type SuspectClaim } from "./propose-suspicions";

const HEADLINE: Signal = { kind: "headline", words: "How a visit quieted the factions" };
const CREDIT: Signal = { kind: "credit", name: "Reuters", words: "(Reuters)", place: "title" };

/** Claim 1 stands on article a, 2 on b, and so on; `2 b says it rained` names the article and the statement. */
function claim(words: string): SuspectClaim {
  const [number = "", article = "", ...statement] = words.split(" ");
  return {
    id: `id ${number}`,
    number: Number(number),
    articleId: article,
    statement: statement.join(" "),
    credits: [],
  };
}

/** `b>a` says that article b looks like a copy of a. */
function copy(words: string, signals: Signal[] = [HEADLINE]): FoundCopy {
  const [later = "", earlier = ""] = words.split(">");
  const of = (articleId: string) => ({ articleId, versionId: `${articleId}1` });
  return { later: of(later), earlier: { ...of(earlier), outletId: `outlet ${earlier}` }, signals };
}

function link(words: string): ConflictLink {
  const [from, given, to] = words.split(" ");
  const kind = RelationKind.parse(given);
  return {
    id: words,
    from: Number(from),
    to: Number(to),
    kind,
    family: kind === "repeats" ? "descent" : "content",
    about: null,
  };
}

function known(status: KnownSuspicion["status"], more: Partial<KnownSuspicion> = {}): KnownSuspicion {
  const versions = { fromVersionId: "b1", toVersionId: "a1" };
  return { id: "s", from: 2, to: 1, status, ...versions, signals: [HEADLINE], version: 1, ...more };
}

type Given = Partial<Parameters<typeof proposeSuspicions>[0]>;
const propose = (copies: FoundCopy[], more: Given = {}) =>
  proposeSuspicions({
    claims: ["1 a", "2 b", "3 c"].map(claim),
    copies,
    known: [],
    links: ["1 agrees 2", "2 agrees 3"].map(link),
    ...more,
  });
const made = (copies: FoundCopy[], more: Given = {}) =>
  propose(copies, more).make.map(({ from, to }) => `${from}>${to}`);

describe("what is proposed", () => {
  it("is one for each later claim: what speaks loudest", () => {
    expect(made([copy("b>a"), copy("c>a"), copy("c>b", [CREDIT])])).toEqual(["3>2", "2>1"]);
    expect(made([])).toEqual([]);
  });

  it("names the claim of the earlier article that says the same", () => {
    const claims = ["1 a the bridge was closed", "2 a twelve were hurt", "3 b twelve people were hurt"].map(claim);
    expect(made([copy("b>a")], { claims, links: [] })).toEqual(["3>2"]);
    expect(made([copy("b>a")], { claims, links: [link("3 agrees 1")] })).toEqual(["3>1"]);
  });

  it("leaves alone what somebody has answered", () => {
    const copies = [copy("b>a")];
    expect(made(copies, { links: [link("2 repeats 1")] })).toEqual([]);
    expect(made(copies, { links: [link("1 repeats 2")] })).toEqual([]);
    expect(made(copies, { links: [link("2 contradicts 1")] })).toEqual([]);
    expect(made(copies, { links: [link("2 repeats 3")] })).toEqual([]);
    const credited = [claim("1 a"), { ...claim("2 b"), credits: ["outlet a"] }];
    expect(made(copies, { claims: credited })).toEqual([]);
  });

  it("leaves alone what is asked already", () => {
    for (const status of ["open", "confirmed"] as const) {
      const row = known(status, { from: 3, fromVersionId: "c1" });
      const links = status === "confirmed" ? [link("3 repeats 1")] : [];
      expect(made([copy("c>a"), copy("c>b")], { known: [row], links })).toEqual([]);
    }
  });

  it("tries the next article after a rejection, but not another claim of the same", () => {
    const rejected = known("rejected", { from: 3, to: 1, fromVersionId: "c1" });
    expect(made([copy("c>a"), copy("c>b")], { known: [rejected] })).toEqual(["3>2"]);
    const claims = ["1 a", "2 a", "3 c"].map(claim);
    expect(made([copy("c>a")], { claims, known: [rejected], links: [link("3 agrees 2")] })).toEqual([]);
  });
});

describe("what was proposed", () => {
  it("stays as it is while nothing changes, whatever the order of the fields", () => {
    for (const status of ["open", "rejected"] as const) {
      expect(propose([copy("b>a")], { known: [known(status)] })).toEqual({ make: [], renew: [], drop: [] });
    }
    const turned = { words: HEADLINE.kind === "headline" ? HEADLINE.words : "", kind: "headline" } as const;
    expect(propose([copy("b>a")], { known: [known("open", { signals: [turned] })] }).renew).toEqual([]);
  });

  it("is dropped once nothing speaks for it, unless somebody has decided it", () => {
    expect(propose([], { known: [known("open")] }).drop).toEqual(["s"]);
    expect(propose([copy("b>a")], { known: [known("open")], links: [link("2 repeats 1")] }).drop).toEqual(["s"]);
    for (const status of ["confirmed", "rejected"] as const) {
      expect(propose([], { known: [known(status)] })).toEqual({ make: [], renew: [], drop: [] });
    }
  });

  it("takes new evidence, and is asked again when a text changes or a confirmation is withdrawn", () => {
    const renewed = (row: KnownSuspicion, links = [link("1 agrees 2")]) =>
      propose([copy("b>a")], { known: [row], links }).renew.map(({ id, from, to }) => `${id} ${from}>${to}`);
    expect(renewed(known("open", { signals: [CREDIT] }))).toEqual(["s 2>1"]);
    expect(renewed(known("open", { from: 1, to: 2, fromVersionId: "a1", toVersionId: "b1" }))).toEqual(["s 2>1"]);
    expect(renewed(known("rejected", { toVersionId: "a0" }))).toEqual(["s 2>1"]);
    expect(renewed(known("confirmed"))).toEqual(["s 2>1"]);
    expect(renewed(known("confirmed"), [link("2 repeats 1")])).toEqual([]);
    // In a blind case nothing is known of the relations.
    expect(renewed(known("confirmed"), [])).toEqual([]);
  });
});
