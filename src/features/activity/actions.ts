"use server";

import { action } from "@/platform/action";
import { checkHistory } from "./queries/history-record";
import { CheckHistory } from "./schema";

export const checkHistoryAction = action(CheckHistory, checkHistory, { refresh: false });
