import NextAuth from "next-auth";
import { signInOptions } from "./sign-in-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The options are read with each request: a build has no environment. */
const handler = (request: Request, context: Context) => NextAuth(request as never, context as never, signInOptions());

export { handler as GET, handler as POST };
