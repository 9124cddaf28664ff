/** Holds `narrow` when the rail was collapsed, so that the server draws it at its width at once. */
export const RAIL_COOKIE = "crossbearing-rail";

/** Reads the cookie's value. */
export function railCollapsed(value: string | undefined): boolean {
  return value === "narrow";
}
