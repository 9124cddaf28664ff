/** What the page that takes a clipped page in says to the page that was clipped, once it listens. */
export const READY = "crossbearing ready";

/** What is clipped: the page as its browser shows it. `key` shows that one's own bookmark sent it. */
export type Clipped = { key: string; url: string; html: string };

/** Reads what was sent to the page; null for what no bookmark of this person sent. */
export function readClipped(data: unknown, key: string): Clipped | null {
  if (typeof data !== "object" || data === null || !("crossbearing" in data)) return null;
  const sent = data.crossbearing;
  if (typeof sent !== "object" || sent === null) return null;
  const { key: given, url, html } = sent as Partial<Record<keyof Clipped, unknown>>;
  if (given !== key || typeof url !== "string" || typeof html !== "string") return null;
  return { key, url, html };
}

/**
 * The bookmark that sends the page it is used on to `target`: opened beside, for a page may forbid its scripts to send
 * anything themselves. What a page shows is taken as it is shown, without what was typed into its forms.
 */
export function bookmarklet(target: string, key: string): string {
  const code = `(()=>{const t=${JSON.stringify(target)},o=new URL(t).origin,w=window.open(t,"_blank");
if(!w){alert("Allow this page to open a window, then use the clipper again.");return}
addEventListener("message",function f(e){if(e.origin!==o||e.data!==${JSON.stringify(READY)})return;
removeEventListener("message",f);const d=document.documentElement.cloneNode(true);
d.querySelectorAll("script:not([type='application/ld+json']),input,textarea").forEach(n=>n.remove());
e.source.postMessage({crossbearing:{key:${JSON.stringify(key)},url:location.href,html:"<!doctype html>"+d.outerHTML}},o)})})()`;
  return `javascript:${encodeURIComponent(code.replaceAll("\n", ""))}`;
}
