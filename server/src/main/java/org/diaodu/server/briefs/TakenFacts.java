package org.diaodu.server.briefs;

import java.util.Map;
import org.diaodu.bulletin.brief.Fact;

/**
 * What the platform knows of a period, as a template may ask for it.
 *
 * @param version what the figures were read from
 * @param provisional whether the period is not closed yet
 */
public record TakenFacts(Map<String, Fact> facts, String version, boolean provisional) {}
