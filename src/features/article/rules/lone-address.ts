/** Pasted or typed words that are one web address and nothing else; null for anything else. */
export function loneAddress(words: string): string | null {
  const address = words.trim().replace(/^<(.*)>$/, "$1");
  if (address.length > 2000 || /\s/.test(address)) return null;
  const whole = /^(?:www\.)[^/]+\.[a-z]{2,}/i.test(address) ? `https://${address}` : address;
  if (!/^https?:\/\/[^/]/i.test(whole) || !URL.canParse(whole)) return null;
  return new URL(whole).hostname.includes(".") ? whole : null;
}
