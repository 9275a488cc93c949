package org.diaodu.bulletin.check;

/** What a relation says of the figures in it. */
public enum Verdict {
    /** Computed and printed differ by no more than the rounding of the printed figures. */
    AGREES("agrees", "相符"),
    /** No true values could have been rounded to all of these figures. */
    CONTRADICTS("contradicts", "不可能同时成立"),
    /** The figures agree only on another basis, which {@link Relation#basis()} names. */
    OTHER_BASIS("other_basis", "换一口径才相符"),
    /** The document prints nothing to compare with: the figure is what the others imply. */
    IMPLIED("implied", "由此推得");

    private final String word;
    private final String chinese;

    Verdict(String word, String chinese) {
        this.word = word;
        this.chinese = chinese;
    }

    /** The word in the file form of docs/formats/checks.md. */
    public String word() {
        return word;
    }

    public String chinese() {
        return chinese;
    }
}
