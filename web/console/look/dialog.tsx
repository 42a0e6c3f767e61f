import { Drawer, Modal, type ModalProps } from "@mantine/core";
import { shellWords } from "../shell/shell-words.ts";
import { useWords } from "../words/language.tsx";

type Props = Pick<ModalProps, "opened" | "onClose" | "title" | "size" | "children">;

// A dialog's head is no second banner of the page.
const attributes = { header: { role: "none" } };

/** A question or explanation over the room; Escape and the cross mean the same. */
export function Dialog(props: Props) {
  const { close } = useWords(shellWords);
  return <Modal {...props} attributes={attributes} closeButtonProps={{ "aria-label": close }} />;
}

/** A list beside the room, which stays visible. */
export function SidePanel(props: Omit<Props, "size">) {
  const { close } = useWords(shellWords);
  return <Drawer {...props} position="right" attributes={attributes} closeButtonProps={{ "aria-label": close }} />;
}
