package org.diaodu.policy.budget;

/** What cannot be done with a budget: a stable code, and what in two languages. */
public final class BudgetFault extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String code;
    private final String chinese;
    private final String english;

    BudgetFault(String code, String chinese, String english) {
        super(code + ": " + english);
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    /** The stable code, such as {@code budget.promised}. */
    public String code() {
        return code;
    }

    public String chinese() {
        return code + "：" + chinese;
    }

    public String english() {
        return code + ": " + english;
    }
}
