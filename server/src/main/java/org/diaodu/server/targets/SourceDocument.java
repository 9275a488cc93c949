package org.diaodu.server.targets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The document a statement was read in.
 *
 * @param id its row in the room of documents; null for one that is not kept there
 * @param title at most 200 characters are kept
 * @param published the day it was published, where that is known
 */
public record SourceDocument(
        @Nullable Long id, String title, @Nullable LocalDate published) {}
