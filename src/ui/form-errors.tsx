"use client";

import { useEffect, useRef } from "react";

export type FormError = { path: string; message: string };

type FormErrorsProps = {
  errors: FormError[];
  /** What went wrong as a whole. */
  title?: string;
  /** Turns a path into the id of its field; the fields of this folder take their name as id. */
  fieldId?: (path: string) => string | null;
};

/** All that is wrong with a form, at its top, each leading to its field. Takes the focus when it appears. */
export function FormErrors({
  errors,
  title = "This could not be saved",
  fieldId = (path) => path || null,
}: FormErrorsProps) {
  const box = useRef<HTMLDivElement>(null);
  const count = errors.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-md border border-danger bg-danger-wash px-3 py-2.5 text-sm"
    >
      <p className="font-semibold text-danger">{title}</p>
      <ul className="mt-1 list-disc ps-4">
        {errors.map((error) => {
          const id = fieldId(error.path);
          return (
            <li key={`${error.path} ${error.message}`}>
              {id ? (
                <a className="inline-block py-0.5 underline underline-offset-2" href={`#${id}`}>
                  {error.message}
                </a>
              ) : (
                error.message
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
