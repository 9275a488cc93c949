package org.diaodu.growth.effect;

/** A case whose effect cannot be told, and why. */
public record Unmeasured(DispatchCase dispatchCase, Reason reason) {

    /** Why an effect cannot be told. */
    public enum Reason {
        NOT_IN_PANEL("没有该企业的报表", "the enterprise has filed no return"),
        EARLIER_CASE("此前不久已有调度单，变化分不清属于哪一张", "another case was opened shortly before, so the change belongs to both"),
        TOO_EARLY("立案后还没有报表期", "no period after the opening has been filed yet"),
        NO_HISTORY("立案前报表不足", "too few returns before the opening"),
        NO_BASE("上年同期为零（新建投产），没有同比", "nothing was produced in the same period last year, so there is no growth"),
        NO_RETURNS_AFTER("立案后报表不足（缺报或退库）", "too few returns after the opening; it may have left the list"),
        NO_NEIGHBOUR("没有同行业、跌幅和走势相近的未立案企业", "no enterprise of the industry without a case fell alike");

        private final String zh;
        private final String en;

        Reason(String zh, String en) {
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
}
