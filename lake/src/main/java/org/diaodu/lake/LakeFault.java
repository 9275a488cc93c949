package org.diaodu.lake;

/** What could not be done in the lake: a stable code, what and where in Chinese and English, and what to try. */
public final class LakeFault extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String code;
    private final String chinese;

    LakeFault(String code, String chinese, String english) {
        this(code, chinese, english, null);
    }

    LakeFault(String code, String chinese, String english, @org.jspecify.annotations.Nullable Throwable cause) {
        super(code + ": " + english, cause);
        this.code = code;
        this.chinese = code + "：" + chinese;
    }

    /** The stable code, such as {@code lake.file-changed}. */
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
}
