/** The common face of everything one types into. 16 px on touch, or iOS zooms in. */
export const inputClasses = [
  "w-full min-w-0 rounded-md border border-edge bg-raised px-2.5 text-ink text-sm pointer-coarse:text-base",
  "transition-colors hover:border-ink-2 focus-visible:border-accent focus-visible:outline-offset-0",
  "aria-invalid:border-danger disabled:opacity-60 [&[readonly]]:bg-desk",
].join(" ");
