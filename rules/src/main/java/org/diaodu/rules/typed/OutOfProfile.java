package org.diaodu.rules.typed;

/** An expression that cannot be carried over to SQL, with the reason in Chinese and English. */
public final class OutOfProfile extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String chinese;

    public OutOfProfile(String chinese, String english) {
        super(english, null, false, false);
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return String.valueOf(getMessage());
    }
}
