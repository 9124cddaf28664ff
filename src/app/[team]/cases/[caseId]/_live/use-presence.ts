"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

const SIGN_MS = 25_000;

/** Lets the others know where this tab is, as long as it is looked at. */
export function usePresence(team: string, caseId: string): void {
  const place = usePathname().split(`/cases/${caseId}`)[1]?.replace(/^\//, "") ?? "";
  const tab = useRef<string | null>(null);
  useEffect(() => {
    tab.current ??= newTab();
    const address = `/api/v1/cases/${caseId}/presence?team=${team}`;
    const sign = () => {
      if (document.visibilityState !== "visible") return;
      const body = JSON.stringify({ tab: tab.current, place });
      // Not to be known to be here is no failure of what is being done.
      fetch(address, { method: "PUT", headers: { "Content-Type": "application/json" }, body }).catch(() => {});
    };
    sign();
    const timer = setInterval(sign, SIGN_MS);
    document.addEventListener("visibilitychange", sign);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", sign);
    };
  }, [team, caseId, place]);
  useEffect(() => {
    const leave = () => {
      const address = `/api/v1/cases/${caseId}/presence?team=${team}&tab=${tab.current}`;
      if (tab.current) fetch(address, { method: "DELETE", keepalive: true }).catch(() => {});
    };
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [team, caseId]);
}

/** A random id of the kind that the database takes; `crypto.randomUUID` is there on secure pages only. */
function newTab(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
