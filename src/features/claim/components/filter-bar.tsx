"use client";

import { Fragment, type ReactNode } from "react";
import { Button } from "@/ui/button";
import { Chip } from "@/ui/chip";
import { SearchBox } from "@/ui/search-box";
import { SourceText } from "@/ui/source-text";
import {
  type FilterField,
  type FilterNames,
  isFiltered,
  type Phrase,
  phrasesOf,
  type SingleField,
} from "../rules/sheet-address";
import type { ClaimFilter } from "../schema";
import { FilterMenu, type FilterOptions } from "./filter-menu";

type FilterBarProps = {
  filter: ClaimFilter;
  names: FilterNames;
  options: FilterOptions;
  onToggle: (field: FilterField, value: string) => void;
  /** A field of one value set anew; empty text takes it out. */
  onValue: (field: SingleField, value: string) => void;
  onRemove: (field: Phrase["field"]) => void;
  onClear: () => void;
  /** What else says what is shown: before the search, and behind the menu of filters. */
  before?: ReactNode;
  after?: ReactNode;
};

/** The filters in force as a sentence: "outlet is Reuters or UTV · has a contradiction · tagged halt". */
export function FilterBar(props: FilterBarProps) {
  const { filter, names, options, onToggle, onValue, onRemove, onClear } = props;
  const phrases = phrasesOf(filter, names);
  return (
    <section aria-label="Filters" className="mb-3 flex flex-wrap items-center gap-2">
      {props.before}
      <SearchBox label="Find words in claims" placeholder="Words or C-12" defaultValue={filter.q ?? ""} />
      <FilterMenu filter={filter} options={options} onToggle={onToggle} onValue={onValue} />
      {props.after}
      {phrases.map((phrase, index) => (
        <Fragment key={phrase.field}>
          {index > 0 ? (
            <span aria-hidden="true" className="text-ink-3">
              ·
            </span>
          ) : null}
          <Chip onRemove={() => onRemove(phrase.field)} removeLabel={`Remove the filter: ${inWords(phrase)}`}>
            <PhraseText {...phrase} />
          </Chip>
        </Fragment>
      ))}
      {isFiltered(filter) ? (
        <Button variant="ghost" size="sm" onClick={onClear}>
          Clear
        </Button>
      ) : null}
    </section>
  );
}

const joint = ({ together }: Phrase) => (together ? " and" : " or");

const inWords = (phrase: Phrase) => `${phrase.start} ${phrase.values.join(`${joint(phrase)} `)}`;

function PhraseText(phrase: Phrase) {
  const { start, values } = phrase;
  return (
    <>
      <span className="text-ink-2">{start}</span>
      {values.map((value, index) => (
        <Fragment key={value}>
          {index > 0 ? <span className="text-ink-2">{joint(phrase)}</span> : null}{" "}
          <SourceText className="font-medium">{value}</SourceText>
        </Fragment>
      ))}
    </>
  );
}
