package org.diaodu.server.documents;

/** What the reader had wrong. */
public enum ExampleField {
    INDICATOR("指标", "indicator", true),
    SUBJECT("主体", "subject", true),
    UNIT("单位", "unit", false),
    KIND("类别", "kind", false),
    PERIOD("时期", "period", false),
    VALUE("数值", "value", false),
    NOTHING("不是数据", "no figure", true);

    private final String zh;
    private final String en;
    private final boolean teachable;

    ExampleField(String zh, String en, boolean teachable) {
        this.zh = zh;
        this.en = en;
        this.teachable = teachable;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether it becomes a word of the reader's dictionary; the others are kept as examples for whoever writes its rules. */
    public boolean isTeachable() {
        return teachable;
    }
}
