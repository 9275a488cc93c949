package org.diaodu.server.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise with its whole history, for loading many at once.
 *
 * @param history spans without overlap, oldest first; a gap is a time outside the list
 */
public record RegisterEntry(
        String creditCode, @Nullable String override, List<Attributes> history, List<ListChange> changes) {}
