/** Why an identity provider did not let somebody in, in a sentence; `provider` is what people call it. */
export function refusalOf(code: string, provider: string): { path: string; message: string } | null {
  const sentences: Record<string, string> = {
    ProviderUnknown: `${provider} answered for somebody else’s sign-in. An administrator has to look at its settings.`,
    ProviderTaken: `Another account here is connected with that sign-in of ${provider}.`,
    ProviderUnconfirmed: `You are signed in. To connect ${provider}, begin in the settings and give your password.`,
    ProviderNoAddress: `${provider} names no verified e-mail address for you, so nobody can tell who you are here.`,
    ProviderDomain: "Addresses of that domain do not get in here.",
    ProviderHasAccount: `There is an account with your address already. Sign in with its password, then connect ${provider} in the settings.`,
    ProviderOther: `${provider} used to know somebody else by your address. An administrator has to disconnect the account first.`,
    ProviderNoAccount: "You have no account here yet. Ask an owner of a team for an invitation.",
    ProviderNoTeam: "The team that newcomers should join is not there. An administrator has to look at OIDC_JOIN_TEAM.",
    OAuthSignin: `${provider} cannot be reached now. Try again.`,
    OAuthCallback: `Signing in by ${provider} was not finished. Try again.`,
    AccessDenied: `${provider} did not let you in.`,
    SessionRequired: "Sign in first.",
  };
  const message = sentences[code];
  return message ? { path: "", message } : null;
}
