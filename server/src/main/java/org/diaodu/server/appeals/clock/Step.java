package org.diaodu.server.appeals.clock;

/** The steps of an appeal, by the word files use and the one screens show. */
public enum Step {
    RAISED("raised", "提出"),
    TAKEN("taken", "核实受理"),
    DISPUTED("disputed", "提出归属争议"),
    REROUTED("rerouted", "裁定归属"),
    REPLIED("replied", "答复"),
    ASKED("asked", "请企业补充"),
    ANSWERED("answered", "企业补充"),
    EXTENSION_ASKED("extension_asked", "申请延期"),
    EXTENSION_APPROVED("extension_approved", "批准延期"),
    EXTENSION_REFUSED("extension_refused", "不批准延期"),
    RESOLVED("resolved", "办结"),
    CLOSED("closed", "回访归档"),
    REOPENED("reopened", "提级重办"),
    WITHDRAWN("withdrawn", "撤回");

    private final String code;
    private final String zh;

    Step(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    /** Whether files may come with it: what is said to the other side, and shows something. */
    public boolean carriesFiles() {
        return switch (this) {
            case RAISED, REPLIED, ASKED, ANSWERED, RESOLVED, REOPENED -> true;
            default -> false;
        };
    }

    /** Whether a reason, a question or an answer has to be said. */
    public boolean needsWords() {
        return switch (this) {
            case TAKEN, REROUTED, EXTENSION_APPROVED -> false;
            default -> true;
        };
    }
}
