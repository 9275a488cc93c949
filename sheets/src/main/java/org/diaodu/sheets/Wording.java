package org.diaodu.sheets;

/** One thing said in Chinese and in English. */
public record Wording(String zh, String en) {

    static final Wording NONE = new Wording("", "");
}
