package org.diaodu.server.appeals;

/** What an appeal is about, in the words the rule on routing knows. */
public enum Subject {
    POWER("用电", "power"),
    FUEL("用气用煤", "gas and coal"),
    ROAD("公路运输", "road transport"),
    RAIL("铁路运输", "rail transport"),
    LABOUR("用工", "labour"),
    FINANCE("融资", "finance"),
    TAX("税费", "taxes and fees"),
    LAND("用地", "land"),
    ENVIRONMENT("环保", "environment"),
    EXPORT("外贸出口", "exports"),
    ORDERS("市场订单", "orders"),
    MATERIALS("原材料供应", "materials"),
    ARREARS("账款拖欠", "payments in arrears"),
    PERMITS("项目审批", "permits"),
    EPIDEMIC("疫情防控", "epidemic control"),
    OTHER("其他", "something else");

    private final String zh;
    private final String en;

    Subject(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The word the rule knows. */
    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
