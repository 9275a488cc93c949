package org.diaodu.server.dispatch.web;

import org.diaodu.server.dispatch.Falling;
import org.jspecify.annotations.Nullable;

/** A falling enterprise and the number of its open case, if it has one. */
public record FallingRow(Falling falling, @Nullable String number) {}
