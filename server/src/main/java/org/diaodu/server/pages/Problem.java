package org.diaodu.server.pages;

/** A request that cannot be met, told on a page with its code and advice; for faults of a form use its error summary. */
public final class Problem extends RuntimeException implements Explained {

    private final Explanation explanation;

    private Problem(Explanation explanation) {
        super(explanation.line());
        this.explanation = explanation;
    }

    /** The address or its parameters make no sense (400). */
    public static Problem badRequest(String code, String zh, String en) {
        return new Problem(new Explanation(400, code, zh, en));
    }

    /** There is no such thing, or none the caller may know of (404). */
    public static Problem notFound(String code, String zh, String en) {
        return new Problem(new Explanation(404, code, zh, en));
    }

    /** The thing has changed or is in a state that forbids this (409). */
    public static Problem conflict(String code, String zh, String en) {
        return new Problem(new Explanation(409, code, zh, en));
    }

    @Override
    public Explanation explanation() {
        return explanation;
    }
}
