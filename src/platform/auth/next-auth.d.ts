import "next-auth";
import "next-auth/jwt";

declare module "next-auth" {
  interface Session {
    user: { id?: string };
    sid?: string;
    viaProvider?: boolean;
  }
  interface User {
    sid?: string;
    viaProvider?: boolean;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
    viaProvider?: boolean;
  }
}
