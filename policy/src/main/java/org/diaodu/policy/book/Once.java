package org.diaodu.policy.book;

/** How often the same subject may be paid: 一次性. */
public enum Once implements Named {
    LIFETIME("终身", "once in a lifetime"),
    YEARLY("每年", "once a year"),
    PER_PROJECT("每项目", "once for each project");

    private final String zh;
    private final String en;

    Once(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
