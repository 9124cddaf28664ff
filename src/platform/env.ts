import { z } from "zod";
import { parseAllowances } from "./fetch/allowances";
import { parseMailServer, parseSender } from "./mail/mail-server.mjs";

/** Set to nothing means not set. */
const optional = <T extends z.ZodType>(type: T) => z.preprocess((value) => value || undefined, type.optional());

/** Text that `parse` makes something of, or null. */
const readBy = <T>(parse: (text: string) => T | null, otherwise: string) =>
  z.string().transform((text, { addIssue }) => {
    const read = parse(text);
    if (read !== null) return read;
    addIssue(otherwise);
    return z.NEVER;
  });

const Env = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgresql://"),
  /** Connections of one app process. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /** A direct connection for LISTEN, where DATABASE_URL goes through a transaction pooler. */
  DATABASE_DIRECT_URL: z.string().optional(),
  AUTH_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  PUBLIC_URL: z.url().optional(),
  /** Addresses of your own network that analysts may fetch from: `wiki.internal:8080,10.0.0.5:443`. */
  CROSSBEARING_FETCH_ALLOW: z
    .string()
    .default("")
    .transform((text, { addIssue }) => {
      const allowances = parseAllowances(text);
      if (!allowances) addIssue("must be a list of host:port, such as wiki.internal:8080,10.0.0.5:443");
      return allowances ?? [];
    }),
  /** The server that mail is handed to, and who it is from; without them nothing is mailed. */
  SMTP_URL: optional(readBy(parseMailServer, "must be like smtps://user:password@mail.example.org:465")),
  SMTP_FROM: optional(readBy(parseSender, "must be an address, or a name with one in <>")),
  /** Sign-in by an identity provider: its address, and what this installation is to it. */
  OIDC_ISSUER: optional(z.url()),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_NAME: z
    .string()
    .trim()
    .max(60)
    .default("")
    .transform((name) => name || "single sign-on"),
  /** The slug of the team that newcomers from the provider join. Without it they need an invitation. */
  OIDC_JOIN_TEAM: optional(z.string()),
  OIDC_JOIN_ROLE: z.preprocess((value) => value || "analyst", z.enum(["viewer", "analyst", "lead"])),
  /** Whose addresses may open an account or find one; all where it is empty. */
  OIDC_ALLOWED_DOMAINS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  /** For providers that do not say whether they verified an address, and hand out addresses themselves. */
  OIDC_TRUST_EMAIL: z
    .enum(["", "true", "false"])
    .default("")
    .transform((text) => text === "true"),
});

export type Env = z.infer<typeof Env>;

let parsed: { source: string; value: Env } | undefined;

/** The environment, checked. Read lazily: a build has none, and tests point it at their own database. */
export function env(): Env {
  const { DATABASE_URL = "", SMTP_URL = "" } = process.env;
  const source = `${DATABASE_URL} ${SMTP_URL}`;
  if (parsed?.source !== source) parsed = { source, value: read() };
  return parsed.value;
}

function read(): Env {
  const result = Env.safeParse(process.env);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`The environment variable ${issue?.path.join(".")} is not usable: ${issue?.message}`);
}
