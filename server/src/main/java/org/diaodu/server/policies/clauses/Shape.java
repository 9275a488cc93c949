package org.diaodu.server.policies.clauses;

/**
 * A way in which clauses give, with a shipped clause that gives so: a new clause begins as that one, and its words and figures are
 * changed.
 */
public enum Shape {
    FIXED("hlj-2022-green-factory"),
    RATE("hlj-2022-digital-workshop"),
    STEPS("harbin-2021-output-steps"),
    INTEREST("hlj-2022-tech-renewal-interest"),
    TABLE("suqian-2023-equipment"),
    SUPPLEMENT("fujian-2022-little-giant"),
    DIFFERENCE("hlj-2022-high-tech-promotion"),
    YEARS("hohhot-2025-new-designated-size"),
    RETURN("zhejiang-2022-stable-jobs"),
    RELIEF("national-2023-small-low-profit-tax"),
    RIGHTS("guangdong-2018-cloud-voucher"),
    QUALIFICATION("national-2022-specialised-sme");

    private final String like;

    Shape(String like) {
        this.like = like;
    }

    /** The id of the clause it is shown by. */
    public String like() {
        return like;
    }
}
