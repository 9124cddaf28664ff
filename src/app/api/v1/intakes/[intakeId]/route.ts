import { discardIntake } from "@/features/article/commands/discard-intake";
import { getIntake } from "@/features/article/queries/intakes";
import { endpoint } from "@/platform/endpoint";
import * as operations from "../../_operations/intakes";

export const GET = endpoint(operations.getIntake, (ctx, { params }) => getIntake(ctx, params.intakeId));

export const DELETE = endpoint(operations.discardIntake, (ctx, { params }) => discardIntake(ctx, params));
