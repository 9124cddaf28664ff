/** Something the reader of the terminal can mend: its message is the whole sentence to print, without a stack. */
export class Stop extends Error {}

/** Runs a command's main function; a `Stop` becomes one sentence on stderr, anything else keeps its stack. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`);
    process.exit(1);
  }
}
