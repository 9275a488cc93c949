package org.diaodu.server.dispatch;

/** Why an enterprise's output falls. */
public enum Cause {
    MARKET("市场需求不足", "Weak demand"),
    ORDERS("订单减少", "Fewer orders"),
    MATERIALS("原材料供应或涨价", "Materials short or dear"),
    ENERGY("用能保障", "Energy"),
    LOGISTICS("物流不畅", "Transport"),
    EPIDEMIC("疫情影响", "Epidemic"),
    FUNDS("资金紧张", "Funds"),
    STAFF("用工不足", "Staff"),
    MAINTENANCE("停产检修", "Maintenance"),
    OTHER("其他", "Other");

    private final String zh;
    private final String en;

    Cause(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
