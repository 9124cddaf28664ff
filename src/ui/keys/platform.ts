/** Whether this browser runs on a Mac or an iPad, where Command does what Ctrl does elsewhere. */
export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
