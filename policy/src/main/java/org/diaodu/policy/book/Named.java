package org.diaodu.policy.book;

/** A word of the terms, as the files write it and as English says it. */
public interface Named {

    String zh();

    String en();
}
