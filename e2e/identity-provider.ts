import { createServer, type Server } from "node:http";
import type { Page } from "@playwright/test";
import Provider from "oidc-provider";

/** What the server under test was told of it. */
export const PROVIDER_NAME = "Desk login";
const port = Number(process.env.CROSSBEARING_OIDC_PORT);

type Known = { email: string; verified: boolean; name: string };

/** A real OpenID provider on this machine: any name signs in there, and is who was said before to have it. */
export class IdentityProvider {
  readonly #known = new Map<string, Known>();
  readonly #server: Server;

  constructor(product: string) {
    const provider = new Provider(`http://127.0.0.1:${port}`, {
      clients: [
        {
          client_id: "crossbearing",
          client_secret: "a secret between the two",
          redirect_uris: [`${product}/api/auth/callback/oidc`],
        },
      ],
      claims: { email: ["email", "email_verified"], profile: ["name"] },
      pkce: { required: () => true },
      cookies: { keys: ["of the provider alone"] },
      findAccount: (_, id) => {
        const known = this.#known.get(id);
        if (!known) return undefined;
        const { email, verified, name } = known;
        return { accountId: id, claims: () => ({ sub: id, email, email_verified: verified, name }) };
      },
    });
    this.#server = createServer(provider.callback());
  }

  open = () => new Promise<void>((resolve) => this.#server.listen(port, "127.0.0.1", resolve));

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  /** Somebody who can sign in there by this name. */
  knows(name: string, known: Known): void {
    this.#known.set(name, known);
  }
}

/** On the provider's own pages. Its second page asks whether the product may know who one is. */
export async function signInThere(page: Page, name: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(name);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}
