import type { Words } from "../words/language.tsx";

const en = {
  title: "Contacts",
  intro: "Everybody we hold an address for, newest first.",
  find: "Find by exact address",
  search: "Search",
  clear: "Show everybody",
  name: "Name",
  email: "Address",
  state: "Mail",
  since: "Since",
  member: "Member",
  statuses: { active: "May be mailed", stopped: "Asked us to stop", suppressed: "Must not be mailed" },
  unnamed: "No name given",
  more: "Show more",
  noneTitle: "Nobody has this address",
  noneText:
    "Search needs the whole address, as the person typed it. A sign-up that was never confirmed is not a contact yet.",
  emptyTitle: "No contacts yet",
  emptyText:
    "A contact appears as soon as somebody confirms a sign-up on your landing page, or your shop reports an order.",
  openLanding: "Open the landing page",
};

const zhCN: typeof en = {
  title: "联系人",
  intro: "我们持有地址的所有人，最新的在前。",
  find: "按完整地址查找",
  search: "查找",
  clear: "显示全部",
  name: "姓名",
  email: "地址",
  state: "邮件",
  since: "加入时间",
  member: "会员",
  statuses: { active: "可以发信", stopped: "要求停止", suppressed: "不得发信" },
  unnamed: "未留姓名",
  more: "显示更多",
  noneTitle: "没有人使用此地址",
  noneText: "查找需要完整地址。尚未确认的注册还不是联系人。",
  emptyTitle: "还没有联系人",
  emptyText: "有人在落地页确认注册，或商店上报订单后，联系人就会出现在这里。",
  openLanding: "打开落地页",
};

export const contactsWords: Words<typeof en> = { en, "zh-CN": zhCN };
