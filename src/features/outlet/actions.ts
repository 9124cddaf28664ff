"use server";

import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { changeOutlet } from "./commands/change-outlet";
import { createOutlet } from "./commands/create-outlet";
import { ChangeOutlet, CreateOutlet } from "./schema";

export const createOutletAction = action(CreateOutlet, createOutlet);
export const changeOutletAction = action(ChangeOutlet.extend({ outletId: Id }), changeOutlet);
