import type { KnownOutlet } from "@/features/claim/rules/attribution";
import type { Reliability } from "@/features/outlet/schema";
import type { RelationKind } from "@/features/relation/schema";
import type { Column } from "../schema";

/** What stands before an import, as far as its rows touch it. Everything is as the importing person may see it. */
export type World = {
  claims: Known[];
  /** Claims that the sheet only names in its relation columns, by number. */
  named: Map<number, NamedClaim>;
  articles: KnownArticle[];
  outlets: OutletBook;
  /** The numbers among those the sheet asks for that are taken, and the number the next new claim gets. */
  taken: Set<number>;
  nextNumber: number;
  /** The importing person's own judgements that touch `claims`. */
  judgements: OwnJudgement[];
};

export type Grade = "reliability" | "credibility" | "confidence";
export const GRADES = ["reliability", "credibility", "confidence"] as const satisfies readonly Grade[];

export type NamedClaim = { id: string; number: number; retracted: boolean };

/** A claim of the case as an export would show it. */
export type Known = NamedClaim & {
  version: number;
  /** The id that an earlier sheet gave it, where that sheet came from another case. */
  importedId: string | null;
  text: Record<Column, string>;
  extra: Record<string, string>;
  /** The version of its article that its quote stands in. */
  quotedVersionId: string | null;
  articleId: string | null;
  /** The importing person's own grades, as text; empty where there are none. */
  own: Record<Grade, string>;
};

export type KnownArticle = {
  id: string;
  title: string;
  outlet: string;
  url: string;
  author: string;
  publishedOn: string;
  language: string;
  /** Newest first. */
  versions: { id: string; sha256: string | null; held: boolean }[];
};

export type OwnJudgement = { relationId: string; from: string; to: string; kind: RelationKind };

export type BookOutlet = KnownOutlet & { reliability: Reliability | null };

/** The outlets by every name the sheet uses for them; one that this sheet brings has an id of its own until it is made. */
export type OutletBook = { find: (name: string) => BookOutlet | undefined };
