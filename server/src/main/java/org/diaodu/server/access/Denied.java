package org.diaodu.server.access;

import org.diaodu.server.pages.Explained;
import org.diaodu.server.pages.Explanation;
import org.springframework.security.access.AccessDeniedException;

/** Somebody asked for what is not theirs; shown as a 403 page with the reason, zh beside en. */
public final class Denied extends AccessDeniedException implements Explained {

    private final Explanation explanation;

    public Denied(String code, String zh, String en) {
        var said = new Explanation(403, code, zh, en);
        super(said.line());
        this.explanation = said;
    }

    @Override
    public Explanation explanation() {
        return explanation;
    }
}
