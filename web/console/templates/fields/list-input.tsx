import { Button, Fieldset, Group, Stack } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import type { TemplateItems } from "../../../api/schema.d.ts";
import { useWords } from "../../words/language.tsx";
import type { BoxProps } from "./box-props.ts";
import type { PlainFilling } from "./field-values.ts";
import { fieldsWords } from "./fields-words.ts";

type Item = TemplateItems["items"][number];
type Props = BoxProps & {
  items: Item[];
  /** Shows one field of an item as every other field is shown. */
  renderField: (props: BoxProps) => ReactNode;
};

/** The items of a list, each with its own fields. */
export function ListInput({ items, ...props }: Props) {
  const words = useWords(fieldsWords);
  const { field, editable, onChange } = props;
  const change = (next: Item[]) => onChange({ items: next });
  const full = field.most !== null && items.length >= field.most;
  return (
    <Stack gap="sm">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
        <Fieldset key={index} legend={words.item(index + 1)} p="sm">
          <ItemFields {...props} item={item} index={index} onItem={(next) => change(items.with(index, next))} />
          {editable && <ItemButtons index={index} items={items} onItems={change} />}
        </Fieldset>
      ))}
      {editable && !full && (
        <Group>
          <Button size="xs" variant="default" onClick={() => change([...items, newItem(props)])}>
            {words.addItem}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

type ItemProps = Omit<Props, "items"> & { item: Item; index: number; onItem: (item: Item) => void };

function ItemFields({ field, path, item, index, onItem, problems, editable, insertion, renderField }: ItemProps) {
  return (
    <Stack gap="sm">
      {field.fields.map((inside) => (
        <Fragment key={inside.name}>
          {renderField({
            field: { ...inside, fields: [] },
            path: `${path}/${index}/${inside.name}`,
            filling: item[inside.name],
            problems,
            editable,
            insertion,
            onChange: (value) => onItem({ ...item, [inside.name]: value as PlainFilling }),
          })}
        </Fragment>
      ))}
    </Stack>
  );
}

function ItemButtons({ index, items, onItems }: { index: number; items: Item[]; onItems: (items: Item[]) => void }) {
  const words = useWords(fieldsWords);
  const moveUp = () => {
    const [before, own] = [items[index - 1], items[index]];
    if (before && own) onItems(items.with(index - 1, own).with(index, before));
  };
  return (
    <Group gap="xs" mt="xs">
      {index > 0 && (
        <Button size="compact-sm" variant="default" onClick={moveUp}>
          {words.moveUp(index + 1)}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => onItems(items.toSpliced(index, 1))}>
        {words.removeItem(index + 1)}
      </Button>
    </Group>
  );
}

/** A new item says what the design says, for somebody to write over. */
function newItem({ field }: Pick<BoxProps, "field">): Item {
  return Object.fromEntries(field.fields.map(({ name, design }) => [name, design as PlainFilling]));
}
