package org.diaodu.server.dispatch;

import java.util.Collection;
import java.util.stream.Collectors;

/** What can be done to a case. */
public enum Verb {
    PROPOSE("提交方案", "propose the plan", false),
    SEND_BACK("退回", "send it back", true),
    AGREE("同意方案", "agree to the plan", false),
    BEGIN("开始实施", "begin", false),
    CHANGE("调整方案", "change the plan", true),
    REPORT("报告完成", "report it done", true),
    CHECK("核查通过", "confirm the check", true),
    SIGN_OFF("销号", "sign it off", false),
    REOPEN("重新打开", "reopen it", true);

    private final String zh;
    private final String en;
    private final boolean needsWords;

    Verb(String zh, String en, boolean needsWords) {
        this.zh = zh;
        this.en = en;
        this.needsWords = needsWords;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether a reason, or what was found, has to be said. */
    public boolean needsWords() {
        return needsWords;
    }

    /** Whether it is for those who decide, not for those who plan and carry out. */
    boolean decides() {
        return this == SEND_BACK || this == AGREE || this == CHECK || this == SIGN_OFF || this == REOPEN;
    }

    static String zh(Collection<Verb> verbs) {
        return verbs.stream().map(Verb::zh).collect(Collectors.joining("、"));
    }

    static String en(Collection<Verb> verbs) {
        return verbs.stream().map(Verb::en).collect(Collectors.joining(", "));
    }
}
