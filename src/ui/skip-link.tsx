/** The first stop of the Tab key: jumps over the navigation. */
export function SkipLink({ to = "main", children = "Skip to the content" }: { to?: string; children?: string }) {
  return (
    <a
      href={`#${to}`}
      className="sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-on-accent"
    >
      {children}
    </a>
  );
}
