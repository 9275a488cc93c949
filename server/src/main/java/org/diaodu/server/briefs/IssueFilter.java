package org.diaodu.server.briefs;

/** What briefs to list; "" is open. */
public record IssueFilter(String text, String region, String audience, String state, String year) {}
