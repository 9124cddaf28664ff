import { cva, type VariantProps } from "class-variance-authority";

export const buttonClasses = cva(
  [
    "inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium text-sm",
    "transition-colors select-none no-underline",
    "disabled:opacity-50 aria-disabled:opacity-50 aria-disabled:cursor-default",
    "[&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
        secondary: "border-edge bg-raised text-ink hover:bg-wash",
        ghost: "border-transparent bg-transparent text-ink-2 hover:bg-wash hover:text-ink",
        danger: "border-transparent bg-danger-fill text-on-danger hover:bg-danger-fill-strong",
      },
      size: {
        sm: "h-7 px-2 pointer-coarse:min-h-9",
        md: "h-8 px-3 pointer-coarse:min-h-10",
        lg: "h-10 px-4 pointer-coarse:min-h-11",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonVariants = VariantProps<typeof buttonClasses>;
