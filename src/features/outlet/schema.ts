import { z } from "zod";
import { Id, line, optionalLine, PageQuery, prose, Timestamp, Version } from "@/platform/fields";

/** NATO / Admiralty reliability of a source. F is "cannot be judged", never a middle value. */
export const Reliability = z.enum(["A", "B", "C", "D", "E", "F"]).meta({ id: "Reliability" });
export type Reliability = z.infer<typeof Reliability>;

/** ` > ` joins the steps of an attribution in the claim sheet, so no name may hold it. */
export const OutletName = line(200).refine((name) => !/\s>\s/.test(` ${name} `), "must not contain “ > ”");

const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^(?=.{3,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u,
    "is not a domain, such as reuters.com",
  );

export const Language = z
  .string()
  .trim()
  .regex(/^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/, "is not a BCP 47 language tag, such as en or ar")
  .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag);

const fields = {
  name: OutletName,
  aliases: z.array(OutletName).max(100),
  domains: z.array(Domain).max(100),
  owner: optionalLine(200),
  language: z.preprocess((value) => (value === "" ? null : value), Language.nullable()),
  country: optionalLine(100),
  reliability: z.preprocess((value) => (value === "" ? null : value), Reliability.nullable()),
  /** Names or ids of the outlets that carry its texts; a new name is a new outlet. */
  carriers: z.array(OutletName).max(20),
};

export const CreateOutlet = z.object({
  name: fields.name,
  aliases: fields.aliases.default([]),
  domains: fields.domains.default([]),
  owner: fields.owner.optional(),
  language: fields.language.optional(),
  country: fields.country.optional(),
  reliability: fields.reliability.optional(),
  carriers: fields.carriers.default([]),
});

export const ChangeOutlet = z.object({
  name: fields.name.optional(),
  aliases: fields.aliases.optional(),
  domains: fields.domains.optional(),
  owner: fields.owner.optional(),
  language: fields.language.optional(),
  country: fields.country.optional(),
  reliability: fields.reliability.optional(),
  carriers: fields.carriers.optional(),
  /** Why the reliability changed; kept in the grade's history. */
  reason: prose(2000).optional(),
  version: Version.optional(),
});

const YesNo = z.enum(["true", "false"]).transform((value) => value === "true");

/**
 * `case` narrows the list to the outlets that claims of that case are credited to, `owner` to a family, however its name
 * is spelt. `used`: an article, a claim or an attribution names it. By `owner`, families stand together, those without
 * an owner last.
 */
export const ListOutlets = PageQuery.extend({
  q: z.string().max(200).optional(),
  case: Id.optional(),
  owner: z.string().max(200).optional(),
  graded: YesNo.optional(),
  used: YesNo.optional(),
  order: z.enum(["name", "owner"]).optional(),
});

export type ListOutlets = z.output<typeof ListOutlets>;

/** How other objects name an outlet. */
export const OutletRef = z.object({ id: Id, name: z.string() });
export type OutletRef = z.infer<typeof OutletRef>;

export const Outlet = z
  .object({
    id: Id,
    name: z.string(),
    aliases: z.array(z.string()),
    domains: z.array(z.string()),
    owner: z.string().nullable(),
    language: z.string().nullable(),
    country: z.string().nullable(),
    reliability: Reliability.nullable(),
    /** Who passes its texts on: "The Nation (All Africa)" is The Nation, carried by All Africa. */
    carriers: z.array(OutletRef),
    /** Whose texts it passes on. */
    carries: z.array(OutletRef),
    /** The outlet that this one is part of since the two were merged. */
    mergedInto: OutletRef.nullable(),
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Outlet" });
export type Outlet = z.infer<typeof Outlet>;

export const OutletId = z.object({ outletId: Id });

/** `into` takes over all that the outlet has; an undo moves it back. */
export const MergeOutlet = z.object({ into: Id, version: Version.optional() });

/** An outlet and who carries it, by their names. */
export const CarryOutlet = z.object({ name: fields.name, carrier: OutletName });

/** Aliases and domains of an outlet that are another one's: with them go the attributions and articles that they name. */
export const SplitOutlet = z.object({
  name: fields.name,
  aliases: fields.aliases.default([]),
  domains: fields.domains.default([]),
  version: Version.optional(),
});

export type SplitOutlet = z.output<typeof SplitOutlet>;

/** How much of a case names an outlet: claims that stand are credited to it, articles are its own. */
export type UsesInCase = { id: string; title: string; claims: number; articles: number };

/** The same over all cases. `onlyCase` where there is but one. */
export type Uses = { claims: number; articles: number; cases: number; onlyCase: string | null };

/** An outlet as a typed name finds it. */
export type FoundOutlet = { id: string; name: string; reliability: Reliability | null };

/** How much of the work so far a merge or a split touches. */
export const Reach = z.object({ articles: z.int(), claims: z.int(), cases: z.int() });
export type Reach = z.infer<typeof Reach>;
