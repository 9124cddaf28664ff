import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { parseTheme, THEME_COOKIE, themeAttribute } from "@/ui/theme/theme";
import { Toaster } from "@/ui/toast";
import { faces } from "./fonts";

export const metadata: Metadata = {
  title: { default: "Crossbearing", template: "%s · Crossbearing" },
  description: "Track what each source claims, where the sources conflict, and why you believe what you believe.",
};

export const viewport: Viewport = { colorScheme: "light dark" };

/** The theme is read from the cookie here, on the server, so that no page is ever painted in the wrong one first. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" className={faces} data-theme={themeAttribute(theme)}>
      <body>
        {children}
        <Toaster />
      </body>
    </html>
  );
}
