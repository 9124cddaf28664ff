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
};

export const CreateOutlet = z.object({
  name: fields.name,
  aliases: fields.aliases.default([]),
  domains: fields.domains.default([]),
  owner: fields.owner.optional(),
  language: fields.language.optional(),
  country: fields.country.optional(),
  reliability: fields.reliability.optional(),
});

export const ChangeOutlet = z.object({
  name: fields.name.optional(),
  aliases: fields.aliases.optional(),
  domains: fields.domains.optional(),
  owner: fields.owner.optional(),
  language: fields.language.optional(),
  country: fields.country.optional(),
  reliability: fields.reliability.optional(),
  /** Why the reliability changed; kept in the grade's history. */
  reason: prose(2000).optional(),
  version: Version.optional(),
});

/** `case` narrows the list to the outlets that claims of that case are credited to. */
export const ListOutlets = PageQuery.extend({ q: z.string().max(200).optional(), case: Id.optional() });

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
    version: Version,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Outlet" });
export type Outlet = z.infer<typeof Outlet>;
