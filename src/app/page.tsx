import { redirect } from "next/navigation";
import { SignOutButton } from "@/features/team/components/sign-out-button";
import { currentUser } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";

export default async function FrontPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const [first] = user.teams;
  if (first) redirect(`/${first.slug}/cases`);
  return (
    <main id="main" className="px-6">
      <EmptyState title="You are in no team" action={<SignOutButton />}>
        {user.email} has an account, but no team that it belongs to. Ask an owner to add you.
      </EmptyState>
    </main>
  );
}
