import type { ReactNode } from "react";
import { pageCtx } from "@/platform/auth/session";

type Props = { params: Promise<{ team: string }>; children: ReactNode };

/** Strangers to the team get "not found" before anything below is drawn; every loader checks again. */
export default async function TeamLayout({ params, children }: Props) {
  await pageCtx((await params).team);
  return children;
}
