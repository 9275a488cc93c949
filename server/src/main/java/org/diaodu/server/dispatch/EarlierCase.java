package org.diaodu.server.dispatch;

import java.util.Set;

/** A case an enterprise had before. */
public record EarlierCase(String number, String state, Set<Cause> causes) {}
