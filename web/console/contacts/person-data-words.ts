import type { Words } from "../words/language.tsx";

const en = {
  title: "Personal data",
  export: "Export data",
  exported: "Everything held of this person is in the file",
  notExported: "The data could not be exported",
  file: (id: string) => `person-${id}.json`,
  erase: "Erase…",
  eraseTitle: "Erase this person for good",
  goes: "Gone for good: address, name, language and time zone, what was agreed to and chosen, emails and their contents, journeys and decisions, reviews, sign-in. No mail goes to the address from the first moment on.",
  stays:
    "Stays, under an id that names nobody: points, orders and trial dates, so that the books balance; which advocate brought whom; that there were receipts of consent, and in which order. A suppression stays as a keyed hash, so that whoever complained is not written to again.",
  backups: "Export the data first if the person wants them. Backups of the database keep everything until they lapse.",
  confirmation: (email: string) => `Type ${email} to confirm`,
  eraseNow: "Erase for good",
  cancel: "Cancel",
  refusals: {
    "erasure-unconfirmed": "That is not this person's address. Type it as it is shown.",
    "erasure-of-staff": "This person is staff. Take them off the staff first, then they can be erased.",
  } as Record<string, string>,
  begun: "The erasure has begun",
  erasedTitle: "Erased person",
  erasedOn: (when: string, by: string) => `Erased ${when} by ${by}`,
  running: (rows: number) => `Being erased: ${rows} rows so far. You can leave this page; it goes on by itself.`,
  checking: (rows: number, when: string) =>
    `${rows} rows are erased. What may still have been on its way is gone through once more ${when}.`,
  done: (rows: number, when: string) => `Finished ${when}: ${rows} rows were taken away or emptied.`,
  mailStopped: "The address gets no mail since then. Whoever was not suppressed may sign up again, as somebody new.",
  proof: "Save the chain of receipts",
  proofHelp: "It shows that receipts of consent existed and that none was changed; what they said is erased.",
};

const zhCN: typeof en = {
  title: "个人数据",
  export: "导出数据",
  exported: "关于此人的全部数据都在文件中",
  notExported: "未能导出数据",
  file: (id) => `person-${id}.json`,
  erase: "抹除…",
  eraseTitle: "永久抹除此人",
  goes: "永久删除：地址、姓名、语言和时区，同意过和选择过的内容，邮件及其内容，旅程与决定，评价，登录。从第一刻起不再向此地址发送任何邮件。",
  stays:
    "保留在不指明任何人的编号下：积分、订单和试用日期，使账目平衡；谁由哪位推荐人带来；曾有同意凭证及其先后顺序。不得发信的记录以加密摘要保留，使投诉过的人不再收到邮件。",
  backups: "如本人需要，请先导出数据。数据库备份在到期前仍保留全部内容。",
  confirmation: (email) => `请输入 ${email} 以确认`,
  eraseNow: "永久抹除",
  cancel: "取消",
  refusals: {
    "erasure-unconfirmed": "这不是此人的地址，请按所示输入。",
    "erasure-of-staff": "此人是员工。请先将其移出员工名单，再抹除。",
  },
  begun: "已开始抹除",
  erasedTitle: "已抹除的人",
  erasedOn: (when, by) => `${by} 于 ${when} 抹除`,
  running: (rows) => `正在抹除：已处理 ${rows} 行。您可以离开此页，抹除会自行继续。`,
  checking: (rows, when) => `已抹除 ${rows} 行。当时可能仍在途中的内容将于 ${when} 再检查一遍。`,
  done: (rows, when) => `已于 ${when} 完成：共删除或清空 ${rows} 行。`,
  mailStopped: "此后该地址不再收到邮件。未被列入不得发信名单的人可以作为新人重新注册。",
  proof: "保存凭证链",
  proofHelp: "它表明曾有同意凭证且未被改动；其内容已抹除。",
};

export const personDataWords: Words<typeof en> = { en, "zh-CN": zhCN };
