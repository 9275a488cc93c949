package org.diaodu.bulletin.reader;

/** A file cannot be read as a document. The message says why and what to try, Chinese first. */
public final class ReadFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String chinese;
    private final String english;

    public ReadFault(String chinese, String english) {
        super(chinese + "　" + english);
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
