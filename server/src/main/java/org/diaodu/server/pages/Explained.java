package org.diaodu.server.pages;

/** An exception whose page can say what was wrong and what to do, in both languages. */
public interface Explained {

    /** HTTP status of the answer. */
    int status();

    /** Stable code of the message. */
    String code();

    String zh();

    String en();
}
