package org.diaodu.policy.book;

/** What a clause is meant to further: 领域. */
public enum PolicyField implements Named {
    RENEWAL("技术改造", "technical renewal"),
    DIGITAL("数字化", "digitalisation"),
    GREEN("绿色低碳", "green and low carbon"),
    RESEARCH("科技创新", "research"),
    GROWTH("企业培育", "growing enterprises"),
    DESIGNATED_SIZE("入规升规", "reaching designated size"),
    FIRST_SET("首台套", "first sets of equipment"),
    PROJECTS("项目投资", "investment projects"),
    JOBS("稳岗就业", "jobs"),
    ENERGY("用能", "energy"),
    TAXES("税费", "taxes"),
    OTHER("其他", "other");

    private final String zh;
    private final String en;

    PolicyField(String zh, String en) {
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
