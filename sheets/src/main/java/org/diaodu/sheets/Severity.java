package org.diaodu.sheets;

/** How much a fault weighs: an error must be put right, a warning wants a look, a hint is only said. */
public enum Severity {
    ERROR("错误", "error"),
    WARNING("警告", "warning"),
    HINT("提示", "hint");

    private final String chinese;
    private final String english;

    Severity(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
