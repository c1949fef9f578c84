import { Fragment } from "react";
import { InnerLink } from "@/components/ui/inner-link";
import type { RichBlock, RichInline } from "@/lib/domain/rich-text";

/** A text that an agent wrote. `level`: of its headings, one below the heading that it stands under. */
export function RichText({ blocks, level }: { blocks: readonly RichBlock[]; level: 2 | 3 | 4 }) {
  return (
    <div className="prose">
      <Blocks blocks={blocks} level={level} />
    </div>
  );
}

function Blocks({ blocks, level }: { blocks: readonly RichBlock[]; level: 2 | 3 | 4 }) {
  return blocks.map((block, i) => <Block key={i} block={block} level={level} />);
}

function Block({ block, level }: { block: RichBlock; level: 2 | 3 | 4 }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Words words={block.content} />
        </p>
      );
    case "heading": {
      const Heading = `h${level}` as const;
      return (
        <Heading>
          <Words words={block.content} />
        </Heading>
      );
    }
    case "quote":
      return (
        <blockquote className="border-line border-l-4 pl-4">
          <Blocks blocks={block.content} level={level} />
        </blockquote>
      );
    case "list": {
      const items = block.items.map((item, i) => (
        <li key={i}>
          <Item blocks={item} level={level} />
        </li>
      ));
      return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    case "rule":
      return <hr className="border-line" />;
  }
}

/** A line that is one paragraph takes no frame of its own. */
function Item({ blocks, level }: { blocks: readonly RichBlock[]; level: 2 | 3 | 4 }) {
  const [first, ...others] = blocks;
  if (first?.kind !== "paragraph") return <Blocks blocks={blocks} level={level} />;
  return (
    <>
      <Words words={first.content} />
      <Blocks blocks={others} level={level} />
    </>
  );
}

function Words({ words }: { words: readonly RichInline[] }) {
  return words.map((word, i) => (
    <Fragment key={i}>
      <Word word={word} />
    </Fragment>
  ));
}

function Word({ word }: { word: RichInline }) {
  switch (word.kind) {
    case "text":
      return word.text;
    case "strong":
      return (
        <strong>
          <Words words={word.content} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Words words={word.content} />
        </em>
      );
    case "break":
      return <br />;
    case "link":
      return word.href.startsWith("/") ? (
        <InnerLink href={word.href} className="text-link">
          <Words words={word.content} />
        </InnerLink>
      ) : (
        <a href={word.href} rel="noreferrer" className="text-link">
          <Words words={word.content} />
        </a>
      );
  }
}
