package org.diaodu.server.returns;

import java.time.Instant;
import java.util.Map;

/** What a clerk has typed and not yet filed, as typed, by form field. */
public record Draft(Map<String, String> fields, int version, String updatedBy, Instant updatedAt) {}
