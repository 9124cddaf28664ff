"use client";

import { type SetStateAction, useCallback, useEffect, useRef, useState } from "react";

const PAUSE_MS = 300;

type Options<T> = {
  /** Where it is kept in this browser. */
  key: string;
  /** Nothing typed yet; must be the same object at every render. */
  blank: T;
  /** Checks what was kept, perhaps by an older version of the page; null throws it away. Must be the same at every render. */
  read: (kept: unknown) => T | null;
};

function load<T>(key: string, read: (kept: unknown) => T | null): T | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : read(JSON.parse(kept));
  } catch {
    return null;
  }
}

/** False where the browser has no room, or refuses to keep anything. */
function keep(key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * State that survives a reload and a closed tab in this browser, until it is saved (`forget`) or thrown away
 * (`discard`). `room` is false where it is too long to be kept.
 */
export function useDraft<T>({ key, blank, read }: Options<T>) {
  const [value, setValue] = useState(blank);
  const [restored, setRestored] = useState(false);
  const [room, setRoom] = useState(true);
  const touched = useRef(false);
  const over = useRef(false);
  const write = useRef<() => void>(() => {});

  // After the first paint, for the server does not know what this browser holds.
  useEffect(() => {
    const draft = load(key, read);
    if (draft === null) return;
    setValue(draft);
    setRestored(true);
  }, [key, read]);

  useEffect(() => {
    const empty = JSON.stringify(blank);
    let done = false;
    write.current = () => {
      if (done || over.current || !touched.current) return;
      done = true;
      const text = JSON.stringify(value);
      setRoom(keep(key, text === empty ? null : text));
    };
    const timer = setTimeout(write.current, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key, value, blank]);

  useEffect(() => {
    const flush = () => write.current();
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, []);

  const set = useCallback((next: SetStateAction<T>) => {
    touched.current = true;
    setValue(next);
  }, []);

  return {
    value,
    set,
    restored,
    room,
    discard: () => {
      keep(key, null);
      setValue(blank);
      setRestored(false);
    },
    forget: () => {
      over.current = true;
      keep(key, null);
    },
  };
}
