package org.diaodu.server.returns;

import org.diaodu.server.pages.Explained;
import org.diaodu.server.pages.Explanation;

/**
 * Something that cannot be done to a return or a period as it stands (409): a stable code, why, and what to do instead.
 */
public final class Refusal extends RuntimeException implements Explained {
    private final Explanation explanation;

    public Refusal(String code, String zh, String en) {
        var said = new Explanation(409, code, zh, en);
        super(said.line());
        this.explanation = said;
    }

    @Override
    public Explanation explanation() {
        return explanation;
    }
}
