import { Download } from "lucide-react";
import { buttonClasses } from "@/ui/button-classes";

type PictureLinksProps = {
  /** What is drawn: "graph". */
  thing: string;
  /** The API's address of the picture, without its parameters. */
  address: string;
  params: Record<string, string | undefined>;
};

/** What is on the page as a file for a report. */
export function PictureLinks({ thing, address, params }: PictureLinksProps) {
  const given = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return ["svg", "png"].map((format) => (
    <a
      key={format}
      className={buttonClasses()}
      href={`${address}?${new URLSearchParams([...given, ["format", format]])}`}
      download
      title={`The ${thing} as a picture, ${format.toUpperCase()}`}
    >
      <Download aria-hidden="true" />
      {format.toUpperCase()}
    </a>
  ));
}
