package org.diaodu.server.whitelist;

/** How an entry came about. */
public enum Origin {
    RULE,
    APPLICATION
}
