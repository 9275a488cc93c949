package org.diaodu.server.access;

import org.diaodu.server.pages.Explained;
import org.springframework.security.access.AccessDeniedException;

/** Somebody asked for what is not theirs; shown as a 403 page with the reason, zh beside en. */
public final class Denied extends AccessDeniedException implements Explained {

    private final String code;
    private final String zh;
    private final String en;

    public Denied(String code, String zh, String en) {
        super(code + " " + zh + " / " + en);
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public int status() {
        return 403;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
