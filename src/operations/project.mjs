/** Where things are. Every path that the commands need hangs on the project's root, whatever the working directory. */
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/[/\\]$/, "");

export const inProject = (...parts) => path.join(root, ...parts);
