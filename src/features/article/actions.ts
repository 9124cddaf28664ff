"use server";

import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { addArticle } from "./commands/add-article";
import { changeArticle } from "./commands/change-article";
import { askAddress, previewSource } from "./commands/preview-source";
import { AddArticleForm, AskAddress, ChangeArticle, PreviewSource } from "./schema";

/** Shows how a source would be read; nothing is kept, and the page needs no new rendering. */
export const previewArticleAction = action(PreviewSource, previewSource, { refresh: false });

export const askAddressAction = action(AskAddress, askAddress, { refresh: false });

export const addArticleAction = action(AddArticleForm, addArticle);

export const changeArticleAction = action(ChangeArticle.extend({ articleId: Id }), changeArticle);
