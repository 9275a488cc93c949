package org.diaodu.server.targets;

/** What can be done to a target. */
public enum Verb {
    EDIT("修改", "change it"),
    ACCEPT("确认入账", "accept it"),
    REPORT("填报进度", "report on it"),
    BREAK_DOWN("分解下达", "break it down"),
    MEET("认定完成", "find it met"),
    MISS("认定未完成", "find it missed"),
    REOPEN("撤销认定", "take the finding back"),
    WITHDRAW("撤销", "withdraw it"),
    RESTORE("恢复", "restore it"),
    REPLACE("以新换旧", "replace it");

    private final String zh;
    private final String en;

    Verb(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether a reason has to be said. */
    public boolean needsWords() {
        return this == MISS || this == REOPEN || this == WITHDRAW;
    }
}
