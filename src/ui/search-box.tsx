"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useRef, useTransition } from "react";
import { Input } from "./input";
import { useShortcuts } from "./keys/shortcuts";
import { Spinner } from "./spinner";

type SearchBoxProps = {
  /** Says what is searched: "Find an outlet". */
  label: string;
  /** What the address asks for now. */
  defaultValue: string;
  placeholder?: string;
  /** The parameter in the address. */
  name?: string;
};

const PAUSE_MS = 250;

/** Narrows the list of the page by words, in its address: it can be shared, and works without a script. */
export function SearchBox({ label, defaultValue, placeholder, name = "q" }: SearchBoxProps) {
  const router = useRouter();
  const pathname = usePathname();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, startTransition] = useTransition();
  useShortcuts([{ keys: "/", label, run: () => input.current?.focus() }]);
  const look = (words: string) => {
    clearTimeout(timer.current);
    const query = words.trim() ? `?${new URLSearchParams({ [name]: words.trim() })}` : "";
    timer.current = setTimeout(
      () => startTransition(() => router.replace(pathname + query, { scroll: false })),
      PAUSE_MS,
    );
  };
  return (
    <search>
      <form action={pathname} className="relative w-56 max-w-full">
        <span aria-hidden="true" className="absolute inset-y-0 start-2.5 flex items-center text-ink-3 [&_svg]:size-4">
          {pending ? <Spinner /> : <Search />}
        </span>
        <Input
          ref={input}
          type="search"
          name={name}
          aria-label={label}
          placeholder={placeholder ?? label}
          defaultValue={defaultValue}
          onChange={(event) => look(event.currentTarget.value)}
          className="ps-8"
        />
      </form>
    </search>
  );
}
