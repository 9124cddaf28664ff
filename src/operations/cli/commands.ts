import { backup, restore } from "./backup-commands";
import { caseList } from "./case-commands";
import type { Command } from "./command";
import { historyVerify } from "./history-commands";
import { sheetExport, sheetImport } from "./sheet-commands";
import { tokenCreate } from "./token-commands";
import { userCreate, userDisconnect, userList, userResetSecondFactor } from "./user-commands";

/** Every command of `npm run cli`, in the order in which the help names them. */
export const commands: Command[] = [
  userCreate,
  userList,
  userResetSecondFactor,
  userDisconnect,
  tokenCreate,
  caseList,
  sheetImport,
  sheetExport,
  historyVerify,
  backup,
  restore,
];
