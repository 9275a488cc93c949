package org.diaodu.server.pages;

import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;

/** What a page context draws from, gathered once per request. */
record PageFrame(
        Messages messages,
        Look look,
        Surroundings surroundings,
        List<NavEntry> entries,
        Assets assets,
        SavedViews views,
        String here,
        CsrfToken csrf) {}
