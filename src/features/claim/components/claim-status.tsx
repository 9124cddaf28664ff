import { Badge } from "@/ui/badge";
import type { Claim } from "../schema";

export function ClaimStatus({ status }: { status: Claim["status"] }) {
  if (status === "draft") return <span className="text-ink-3">draft</span>;
  return <Badge tone={status === "retracted" ? "caution" : "neutral"}>{status}</Badge>;
}
