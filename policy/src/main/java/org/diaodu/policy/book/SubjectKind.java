package org.diaodu.policy.book;

/** Whom or what a clause speaks of: 对象. */
public enum SubjectKind implements Named {
    ENTERPRISE("企业", "enterprise"),
    PROJECT("项目", "project"),
    PRODUCT("产品", "product");

    private final String zh;
    private final String en;

    SubjectKind(String zh, String en) {
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
