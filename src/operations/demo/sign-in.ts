/** How one of the demo's users signs in. The password was made at random for this installation. */
export interface DemoSignIn {
  name: string;
  email: string;
  role: "owner" | "lead" | "analyst" | "viewer";
  password: string;
}

/** As printed at every start of the embedded demo. */
export function signInLines(users: readonly DemoSignIn[]): string {
  const width = (field: "email" | "password") => Math.max(...users.map((user) => user[field].length));
  const lines = users.map(
    (user) => `  ${user.email.padEnd(width("email"))}  ${user.password.padEnd(width("password"))}  ${user.role}`,
  );
  return ["Sign in to the demonstration with", ...lines].join("\n");
}
