package org.diaodu.cluster;

import org.jspecify.annotations.Nullable;

/** What could not be done on the cluster: a stable code, what and where in Chinese and English, and what to try. */
public final class ClusterFault extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String code;
    private final String chinese;

    ClusterFault(String code, String chinese, String english) {
        this(code, chinese, english, null);
    }

    ClusterFault(String code, String chinese, String english, @Nullable Throwable cause) {
        super(code + ": " + english, cause);
        this.code = code;
        this.chinese = code + "：" + chinese;
    }

    /** The stable code, such as {@code cluster.sql}. */
    public String code() {
        return code;
    }

    /** The message in Chinese, with the code in front. */
    public String chinese() {
        return chinese;
    }

    /** The message in English, with the code in front. */
    public String english() {
        return String.valueOf(getMessage());
    }

    /** The same fault, with the place in front. */
    ClusterFault in(String chinesePlace, String englishPlace) {
        String zh = chinese.substring(code.length() + 1);
        String en = english().substring(code.length() + 2);
        return new ClusterFault(code, chinesePlace + "：" + zh, englishPlace + ": " + en, this);
    }

    /** Both, Chinese first, one line each. */
    String both() {
        return chinese() + System.lineSeparator() + english();
    }
}
