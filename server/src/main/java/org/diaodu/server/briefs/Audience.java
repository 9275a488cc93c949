package org.diaodu.server.briefs;

/** For whom a brief is: units entitled to single enterprises' figures, or everybody. */
public enum Audience {
    INTERNAL("内部", "Internal", "内部资料　注意保存"),
    PUBLIC("公开", "Public", "");

    private final String zh;
    private final String en;
    private final String mark;

    Audience(String zh, String en, String mark) {
        this.zh = zh;
        this.en = en;
        this.mark = mark;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** What stands above the masthead. */
    String mark() {
        return mark;
    }

    /** The audience of this name; the wider one, which tells less, for any other. */
    public static Audience named(String name) {
        return name.equals("INTERNAL") ? INTERNAL : PUBLIC;
    }
}
