package org.diaodu.server.attachments;

import org.diaodu.server.pages.Explained;
import org.diaodu.server.pages.Explanation;

/** A file that is not taken (422): a stable code, which file, what is wrong with it, and what to try. */
public final class FileRefused extends RuntimeException implements Explained {

    private final Explanation explanation;

    FileRefused(String code, String zh, String en) {
        var said = new Explanation(422, code, zh, en);
        super(said.line());
        this.explanation = said;
    }

    @Override
    public Explanation explanation() {
        return explanation;
    }
}
