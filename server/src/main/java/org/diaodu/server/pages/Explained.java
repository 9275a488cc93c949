package org.diaodu.server.pages;

/** An exception whose page can say what was wrong and what to do, in both languages. */
public interface Explained {

    Explanation explanation();
}
