"use client";

import { createContext, use, useId } from "react";

export type FieldWiring = {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  disabled: boolean;
};

export const FieldContext = createContext<FieldWiring | null>(null);

type Given = {
  id?: string | undefined;
  "aria-describedby"?: string | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
};

/** The attributes that tie a control to the label, hint and error of the Field around it. */
export function useFieldControl(given: Given) {
  const field = use(FieldContext);
  const ownId = useId();
  return {
    id: given.id ?? field?.id ?? ownId,
    "aria-describedby": given["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": field?.invalid || undefined,
    required: given.required ?? (field?.required || undefined),
    disabled: given.disabled ?? (field?.disabled || undefined),
  };
}
