package org.diaodu.server.steps;

import org.diaodu.server.pages.Explained;
import org.diaodu.server.pages.Explanation;

/** A step that cannot be taken as things stand (409): a stable code, why, and which step can. */
public class StepRefused extends RuntimeException implements Explained {

    private final Explanation explanation;

    public StepRefused(String code, String zh, String en) {
        var said = new Explanation(409, code, zh, en);
        super(said.line());
        this.explanation = said;
    }

    @Override
    public Explanation explanation() {
        return explanation;
    }
}
