package org.diaodu.server.documents.web;

import org.diaodu.server.pages.Explanation;

/** A file that could not be read, and why. */
public record Unread(String file, Explanation why) {}
