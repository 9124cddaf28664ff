/** Two bearings and the place where they cross. */
function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-8 shrink-0">
      <path d="M3 27 29 7M3 9l26 14" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <circle cx="15.3" cy="17" r="4" className="fill-paper" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}

/** The name of the product, on the pages that one sees before signing in. */
export function Masthead() {
  return (
    <p className="flex items-center gap-2.5 font-semibold font-serif text-ink text-xl">
      <span className="text-accent">
        <Mark />
      </span>
      Crossbearing
    </p>
  );
}
