package org.diaodu.policy.stacking;

/** What contradicts itself in the laws of stacking or in a subject's claims: a stable code, and what in two languages. */
public final class StackingFault extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String code;
    private final String chinese;
    private final String english;

    StackingFault(String code, String chinese, String english) {
        super(code + ": " + english);
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    /** The stable code, such as {@code stacking.circular}. */
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
