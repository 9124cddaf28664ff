"use client";

import { signOut } from "next-auth/react";
import { toast } from "@/ui/toast";

/** Ends this browser's session and goes to the sign-in. Drafts stay in the browser. */
export async function leave() {
  try {
    await signOut({ redirect: false });
    // A full load: no page of the person who left stays in memory.
    window.location.assign("/sign-in");
  } catch {
    toast.error("You are still signed in", { detail: "The server did not answer. Try again." });
  }
}
