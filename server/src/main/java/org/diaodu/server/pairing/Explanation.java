package org.diaodu.server.pairing;

import java.time.Instant;

/** A policy explained to an enterprise: what it says, and where it stands; {@code link} may be empty. */
public record Explanation(
        long id, String title, String words, String link, String leader, String sentByName, Instant sentAt) {}
