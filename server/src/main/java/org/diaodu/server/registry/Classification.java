package org.diaodu.server.registry;

import org.diaodu.standards.SizeClass;
import org.jspecify.annotations.Nullable;

/**
 * Where an enterprise stands by its yearly figures; null where a figure that is needed is missing.
 *
 * @param tier the rung's name as the rule gives it, such as 亿级
 */
public record Classification(
        @Nullable SizeClass size, @Nullable String tier) {}
